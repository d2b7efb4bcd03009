package photoset.workflows.photos;

/**
 * Why one photo was not delivered. The names are part of the contract: they stand in {@code items[].error.code}, in SQL
 * and as the type of non-retryable activity failures.
 */
public enum PhotoError {
    /** Nothing lies at the upload key. */
    UPLOAD_MISSING,
    /** The object's size is not the declared one. */
    SIZE_MISMATCH,
    /** The object's SHA-256 is not the declared one. */
    HASH_MISMATCH,
    /** The bytes are no picture format that is offered. */
    UNSUPPORTED_FORMAT,
    /** The format is right, but the picture cannot be decoded to its last row. */
    UNREADABLE_PHOTO,
    /** More bytes or pixels than {@link PhotoLimits} allows. */
    PHOTO_TOO_LARGE,
    /** A side is shorter than {@link PhotoLimits#SIDE_PX_MIN}. */
    PHOTO_TOO_SMALL,
    /** The segmenter has a closed vocabulary and lacks a concept. */
    UNKNOWN_CONCEPT,
    /** Segmentation failed permanently. */
    SEGMENTATION_FAILED,
    /** Rendering failed permanently. */
    RENDERING_FAILED,
    /** What a rule removes is too large in this photo to be filled from what is around it; the message says how large. */
    REMOVAL_REFUSED,
    /** What is needed to work on it (the store, a worker, a provider) was away for an hour; the photo itself is fine. */
    SERVICE_UNAVAILABLE
}
