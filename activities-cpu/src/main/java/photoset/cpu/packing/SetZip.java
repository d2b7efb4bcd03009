package photoset.cpu.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One zip, written as it comes: nothing is kept but the table at its end. */
final class SetZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final LocalDateTime time;

    /** Every entry carries this time, so that the same files give the same bytes. */
    SetZip(OutputStream out, LocalDateTime time) {
        this.zip = new ZipOutputStream(out);
        this.time = time;
    }

    /** Adds a file; pictures and PDF do not get smaller a second time. */
    void add(String name, SetFiles.Content content) throws IOException {
        boolean text = name.endsWith(".txt") || name.endsWith(".json");
        zip.setLevel(text ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    /** Writes the table; the stream below stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
