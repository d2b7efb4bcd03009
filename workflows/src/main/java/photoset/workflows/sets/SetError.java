package photoset.workflows.sets;

/** Why a set failed. The names travel as failure types and are error codes of the REST contract. */
public enum SetError {
    /** It cannot be made of these pictures; the message says why. */
    SET_REFUSED,
    /** The pictures were deleted, or their days were over, before the set was composed. */
    PICTURES_GONE,
    /** What the worker needs was away for too long; asking again is worth a try. */
    SERVICE_UNAVAILABLE,
    /** Something went wrong while it was composed. */
    COMPOSING_FAILED,
    /** An operator canceled it. */
    CANCELED
}
