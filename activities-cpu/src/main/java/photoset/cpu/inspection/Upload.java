package photoset.cpu.inspection;

import java.util.Locale;
import java.util.Optional;
import photoset.cpu.header.PhotoRefused;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.photos.StoredUpload;

/** The bytes that a client really sent. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Upload(byte[] bytes, String sha256) {
    private Upload(byte[] bytes) {
        this(bytes, FileHash.sha256(bytes));
    }

    /**
     * Reads an upload, or nothing if other bytes lie there by now.
     *
     * @throws PhotoRefused if it is larger than {@link PhotoLimits#BYTES_MAX}; then nothing is read
     */
    static Optional<Upload> read(ObjectStore store, String key, StoredUpload found) {
        if (found.bytes() > PhotoLimits.BYTES_MAX) {
            throw PhotoRefused.tooManyBytes(found.bytes());
        }
        return store.get(key, new ObjectVersion(found.etag(), found.bytes())).map(Upload::new);
    }

    /** Where the length is not what was announced, which needs no reading; what was not announced is no difference. */
    static Optional<PhotoFault> wrongLength(DeclaredPhoto declared, StoredUpload found) {
        return declared.bytes() == null || declared.bytes() == found.bytes()
                ? Optional.empty()
                : Optional.of(new PhotoFault(
                        PhotoError.SIZE_MISMATCH,
                        "The file has %d bytes, but %d were announced. The upload may have broken off; send it again."
                                .formatted(found.bytes(), declared.bytes())));
    }

    /** Where the bytes are not what was announced; what was not announced is no difference. */
    Optional<PhotoFault> wrongHash(DeclaredPhoto declared) {
        if (declared.sha256() != null
                && !declared.sha256().toLowerCase(Locale.ROOT).equals(sha256)) {
            return Optional.of(new PhotoFault(
                    PhotoError.HASH_MISMATCH,
                    "The file is not the one that was announced: its SHA-256 differs. Send it again."));
        }
        return Optional.empty();
    }
}
