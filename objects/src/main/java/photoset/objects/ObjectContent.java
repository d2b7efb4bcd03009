package photoset.objects;

import java.io.IOException;
import java.io.OutputStream;

/** What an object will hold. */
@FunctionalInterface
public interface ObjectContent {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
}
