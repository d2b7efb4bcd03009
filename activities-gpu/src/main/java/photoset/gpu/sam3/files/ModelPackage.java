package photoset.gpu.sam3.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photoset.objects.FileHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A folder with {@code manifest.json} and what it lists, as {@code export_sam3.py} makes it. */
public final class ModelPackage {
    private static final String MANIFEST = "manifest.json";
    private static final String VOCABULARY = "vocab.txt.gz";

    /** The graphs, in the order in which they are used. */
    private static final List<String> NEEDED = List.of("vision.pt", "text.pt", "geometry.pt", "decoder.pt", VOCABULARY);

    private final Path folder;
    private final PackageManifest manifest;

    private ModelPackage(Path folder, PackageManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest and compares every file with it, which takes seconds for gigabytes.
     *
     * @throws PackageBroken if something is missing, damaged, or of another format; the message says what
     */
    public static ModelPackage open(Path typed) throws IOException {
        var folder = typed.toAbsolutePath().normalize();
        var manifest = manifest(folder.resolve(MANIFEST));
        if (manifest.format() != PackageManifest.FORMAT) {
            throw new PackageBroken(
                    "The model package in %s has the format %d, but this program reads %d: export it anew."
                            .formatted(folder, manifest.format(), PackageManifest.FORMAT));
        }
        for (var file : NEEDED) {
            if (manifest.files().stream().noneMatch(listed -> listed.name().equals(file))) {
                throw new PackageBroken("The manifest in " + folder + " lists no " + file + ".");
            }
        }
        var files = new ModelPackage(folder, manifest);
        for (var listed : manifest.files()) {
            files.check(listed);
        }
        return files;
    }

    private static PackageManifest manifest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PackageBroken("There is no " + file + ". A model package is made by export_sam3.py.");
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), PackageManifest.class);
        } catch (JacksonException broken) {
            throw new PackageBroken(file + " cannot be read: " + broken.getOriginalMessage(), broken);
        }
    }

    private void check(PackageManifest.Listed listed) throws IOException {
        var file = folder.resolve(listed.name()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new PackageBroken("The model package lacks " + listed.name() + ".");
        }
        var found = FileHash.sha256(file);
        if (!found.equals(listed.sha256())) {
            throw new PackageBroken(
                    "%s has the SHA-256 %s, but the manifest states %s: damaged, or mixed from two packages."
                            .formatted(listed.name(), found, listed.sha256()));
        }
    }

    public PackageManifest manifest() {
        return manifest;
    }

    public Path folder() {
        return folder;
    }

    /** One listed file's bytes. */
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** The merges of CLIP's tokenizer. */
    public byte[] vocabulary() throws IOException {
        return read(VOCABULARY);
    }
}
