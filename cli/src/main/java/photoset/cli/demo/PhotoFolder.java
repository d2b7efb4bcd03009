package photoset.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import photoset.standalone.embedded.UserError;

/** The JPEG files of one folder, by name. */
public record PhotoFolder(Path folder, List<Path> photos) {
    /** Where the project keeps its sample photos. */
    public static final String SAMPLES = "activities-gpu/models/lite/samples";

    private static final List<String> ROOMS = List.of(
            "bathroom_green",
            "bathroom_tile",
            "bedroom_wardrobe",
            "kitchen_corner",
            "kitchen_island",
            "kitchen_white",
            "living_tv",
            "study_sofa");

    /** The rooms among the sample photos of the project in {@code home}. */
    public static PhotoFolder sampleRooms(Path home) {
        var folder = home.resolve(SAMPLES);
        return new PhotoFolder(
                folder,
                ROOMS.stream().map(room -> folder.resolve(room + ".jpg")).toList());
    }

    /**
     * Lists a folder, without its subfolders.
     *
     * @throws UserError if there is no such folder or no JPEG file in it
     */
    public static PhotoFolder in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder " + folder + ".");
        }
        try (var files = Files.list(folder)) {
            var photos = files.filter(PhotoFolder::isJpeg).sorted().toList();
            if (photos.isEmpty()) {
                throw new UserError("The folder " + folder + " has no photos: no file ends in .jpg or .jpeg.");
            }
            return new PhotoFolder(folder, photos);
        } catch (IOException failure) {
            throw new UserError("The folder " + folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static boolean isJpeg(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".jpg") || name.endsWith(".jpeg"));
    }

    /** The same album with no more photos than one job may have. */
    PhotoFolder first(int photosMax) {
        return new PhotoFolder(folder, photos.subList(0, Math.min(photosMax, photos.size())));
    }

    /** A photo's file name without its ending. */
    String name(int idx) {
        return photos.get(idx).getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
