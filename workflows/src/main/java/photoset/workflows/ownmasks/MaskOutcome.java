package photoset.workflows.ownmasks;

/**
 * What came of a call to use a mask.
 *
 * @param etag of the upload that was looked at: who wanted another one to be used has to call again
 * @param reason a sentence that says what to do, when the mask is not in use
 */
public record MaskOutcome(Status status, String etag, String reason) {
    /** Whether the mask is in use. */
    public enum Status {
        /** It is. */
        TAKEN,
        /** It is no mask of this photo. */
        UNFIT,
        /** The job has a rule by now, or has ended, or the photo has all the versions that it may have. */
        TOO_LATE,
        /** What is needed to look at it was away. */
        UNAVAILABLE
    }
}
