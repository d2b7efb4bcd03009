package photoset.cpu.packing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the files of a set are kept while it is composed and afterwards; names are relative, with forward slashes. */
public interface SetFiles {
    /** What a file will hold. */
    interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, or writes it anew. */
    void write(String name, byte[] file) throws IOException;

    /** The same for a file that may be larger than memory; one whose content fails is not there afterwards. */
    void stream(String name, Content content) throws IOException;

    /** Reads a file that was written before. */
    InputStream open(String name) throws IOException;
}
