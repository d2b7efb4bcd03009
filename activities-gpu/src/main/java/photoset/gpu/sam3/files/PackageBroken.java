package photoset.gpu.sam3.files;

import java.io.IOException;

/** A folder is no model package that can be used. The message is a sentence for operators. */
public final class PackageBroken extends IOException {
    PackageBroken(String sentence) {
        super(sentence);
    }

    PackageBroken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
