package photoset.gpu.sam3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import photoset.objects.FileHash;

/** Copies of the small package with something wrong. */
final class Packages {
    private Packages() {}

    static Path copy(Path to) throws IOException {
        Files.createDirectory(to.resolve("golden"));
        try (var files = Files.walk(Fakes.TINY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(Fakes.TINY.relativize(file).toString()));
            }
        }
        return to;
    }

    /** States the hash that a file now has, so that only the golden outputs can tell. */
    static void rehash(Path folder, String name) throws IOException {
        var manifest = folder.resolve("manifest.json");
        var text = Files.readString(manifest);
        Files.writeString(
                manifest,
                text.replace(FileHash.sha256(Fakes.TINY.resolve(name)), FileHash.sha256(folder.resolve(name))));
    }

    /** Changes one number in the middle of the largest tensor of a graph. */
    static void changeOneWeight(Path graph) throws IOException {
        var changed = graph.resolveSibling("changed.pt");
        try (var zip = new ZipFile(graph.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            var largest = zip.stream()
                    .max(Comparator.comparingLong(ZipEntry::getSize))
                    .orElseThrow();
            for (var entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(largest.getName())) {
                    var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                    numbers.putFloat(bytes.length / 8 * 4, 25f);
                }
                out.putNextEntry(stored(entry.getName(), bytes));
                out.write(bytes);
            }
        }
        Files.delete(graph);
        Files.move(changed, graph);
    }

    /** Torch reads no compressed entries. */
    private static ZipEntry stored(String name, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
