package photoset.cli.album;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import photoset.standalone.embedded.UserError;
import photoset.workflows.photos.PhotoFormat;

/** The photos of one folder, by name. */
public record PhotoFolder(Path folder, List<Path> photos) {
    /** Where the project keeps its sample photos. */
    public static final String SAMPLES = "activities-gpu/models/lite/samples";

    private static final Map<String, PhotoFormat> BY_ENDING = endings();

    private static final List<String> ROOMS = List.of(
            "bathroom_green",
            "bathroom_tile",
            "bedroom_wardrobe",
            "kitchen_corner",
            "kitchen_island",
            "kitchen_white",
            "living_tv",
            "study_sofa");

    private static Map<String, PhotoFormat> endings() {
        var endings =
                new TreeMap<>(Map.of("jpeg", PhotoFormat.JPEG, "heif", PhotoFormat.HEIC, "tiff", PhotoFormat.TIFF));
        Arrays.stream(PhotoFormat.values()).forEach(format -> endings.put(format.extension(), format));
        return endings;
    }

    /** The rooms among the sample photos of the project in {@code home}. */
    public static PhotoFolder sampleRooms(Path home) {
        var folder = home.resolve(SAMPLES);
        return new PhotoFolder(
                folder,
                ROOMS.stream().map(room -> folder.resolve(room + ".jpg")).toList());
    }

    /**
     * Lists the JPEG files of a folder, without its subfolders.
     *
     * @throws UserError if there is no such folder or no JPEG file in it
     */
    public static PhotoFolder ofJpegs(Path folder) {
        return list(
                folder, file -> format(file).equals(Optional.of(PhotoFormat.JPEG)), "no file ends in .jpg or .jpeg.");
    }

    /**
     * Lists the files of a folder that can be sent, without its subfolders.
     *
     * @throws UserError if there is no such folder or no photo in it
     */
    public static PhotoFolder in(Path folder) {
        return list(
                folder,
                file -> format(file).isPresent(),
                "no file ends in ." + String.join(", .", BY_ENDING.keySet()) + ".");
    }

    private static PhotoFolder list(Path folder, Predicate<Path> wanted, String without) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder " + folder + ".");
        }
        try (var files = Files.list(folder)) {
            var photos =
                    files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
            if (photos.isEmpty()) {
                throw new UserError("The folder " + folder + " has no photos: " + without);
            }
            return new PhotoFolder(folder, photos);
        } catch (IOException failure) {
            throw new UserError("The folder " + folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static Optional<PhotoFormat> format(Path photo) {
        var name = photo.getFileName().toString().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    /** The same album with no more photos than one job may have. */
    public PhotoFolder first(int photosMax) {
        return new PhotoFolder(folder, photos.subList(0, Math.min(photosMax, photos.size())));
    }

    /** The media type that a photo's ending stands for. */
    String contentType(int idx) {
        return format(photos.get(idx)).orElseThrow().contentType();
    }

    /** A photo's file name without its ending; with it where two photos differ by nothing else. */
    public String name(int idx) {
        var file = photos.get(idx).getFileName().toString();
        var name = withoutEnding(photos.get(idx));
        long same = photos.stream()
                .filter(photo -> withoutEnding(photo).equals(name))
                .count();
        return same > 1 ? file : name;
    }

    private static String withoutEnding(Path photo) {
        return photo.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
