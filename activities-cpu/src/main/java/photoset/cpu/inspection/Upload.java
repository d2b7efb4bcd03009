package photoset.cpu.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import photoset.cpu.header.PhotoRefused;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoLimits;

/** The bytes that a client really sent. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Upload(byte[] bytes, String sha256) {
    private Upload(byte[] bytes) {
        this(bytes, FileHash.sha256(bytes));
    }

    /**
     * Reads an upload, or nothing if there is none.
     *
     * @throws PhotoRefused if it is larger than {@link PhotoLimits#BYTES_MAX}; at most one byte more is read
     */
    static Optional<Upload> read(ObjectStore store, String key) {
        var size = store.size(key);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        if (size.getAsLong() > PhotoLimits.BYTES_MAX) {
            throw PhotoRefused.tooManyBytes(size.getAsLong());
        }
        return store.open(key).map(Upload::bounded);
    }

    // The size is asked for again here: the client may write anew between the two calls.
    private static Upload bounded(InputStream in) {
        try (in) {
            byte[] bytes = in.readNBytes(Math.toIntExact(PhotoLimits.BYTES_MAX + 1));
            if (bytes.length > PhotoLimits.BYTES_MAX) {
                throw PhotoRefused.tooManyBytes(bytes.length);
            }
            return new Upload(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("The object store broke off while an upload was read.", broken);
        }
    }

    /** Where the bytes are not what was announced; what was not announced is no difference. */
    Optional<PhotoFault> differenceTo(DeclaredPhoto declared) {
        if (declared.bytes() != null && declared.bytes() != bytes.length) {
            return Optional.of(new PhotoFault(
                    PhotoError.SIZE_MISMATCH,
                    "The file has %d bytes, but %d were announced. The upload may have broken off; send it again."
                            .formatted(bytes.length, declared.bytes())));
        }
        if (declared.sha256() != null
                && !declared.sha256().toLowerCase(Locale.ROOT).equals(sha256)) {
            return Optional.of(new PhotoFault(
                    PhotoError.HASH_MISMATCH,
                    "The file is not the one that was announced: its SHA-256 differs. Send it again."));
        }
        return Optional.empty();
    }
}
