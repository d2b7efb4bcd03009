package photoset.gpu.lite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import photoset.objects.FileHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code lite.json} and the network that it names; refused unless the network's hash is the stated one. */
final class LitePackage {
    private static final String MANIFEST = "lite.json";

    /** Where the build puts the model into the jar. */
    private static final String BUNDLED = "/models/lite/";

    private final LiteManifest manifest;
    private final byte[] network;

    private LitePackage(Source files) throws IOException {
        manifest = manifest(files.read(MANIFEST));
        network = files.read(manifest.file());
        var found = FileHash.sha256(network);
        if (!found.equals(manifest.sha256())) {
            throw new IOException(
                    "The model %s has the SHA-256 %s, but its %s states %s: damaged, or mixed from two versions"
                            .formatted(manifest.file(), found, MANIFEST, manifest.sha256()));
        }
    }

    /** Reads one file of the package. */
    private interface Source {
        byte[] read(String name) throws IOException;
    }

    static LitePackage in(Path folder) throws IOException {
        return new LitePackage(name -> {
            var file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IOException("The model's folder lacks " + file.toAbsolutePath());
            }
            return Files.readAllBytes(file);
        });
    }

    static LitePackage bundled() throws IOException {
        return new LitePackage(name -> {
            try (InputStream in = LitePackage.class.getResourceAsStream(BUNDLED + name)) {
                if (in == null) {
                    throw new IOException("The model is not on the class path: " + BUNDLED + name);
                }
                return in.readAllBytes();
            }
        });
    }

    LiteManifest manifest() {
        return manifest;
    }

    /** The TorchScript file's bytes, not a copy. */
    byte[] network() {
        return network;
    }

    private static LiteManifest manifest(byte[] json) throws IOException {
        try {
            return JsonMapper.shared().readValue(json, LiteManifest.class);
        } catch (JacksonException broken) {
            throw new IOException("The model's " + MANIFEST + " cannot be read", broken);
        }
    }
}
