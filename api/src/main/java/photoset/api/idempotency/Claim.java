package photoset.api.idempotency;

/** What a key means for the request that shows it. */
sealed interface Claim {
    /** Nobody used it: do the work and keep the answer. */
    record Mine() implements Claim {}

    /** The same request was answered. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** The same request is being worked on. */
    record Pending() implements Claim {}

    /** Another request has it. */
    record Foreign() implements Claim {}

    /** Nobody has it, and its user has as many as one may have. */
    record TooMany(int max) implements Claim {}
}
