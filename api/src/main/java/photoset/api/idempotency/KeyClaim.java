package photoset.api.idempotency;

/** What a key means for the request that shows it. */
sealed interface KeyClaim {
    /** Nobody used it: do the work and keep the answer. */
    record Mine() implements KeyClaim {}

    /** The same request was answered. */
    record Answered(StoredAnswer answer) implements KeyClaim {}

    /** The same request is being worked on. */
    record Pending() implements KeyClaim {}

    /** Another request has it. */
    record Foreign() implements KeyClaim {}

    /** Nobody has it, and its user has as many as one may have. */
    record TooMany(int max) implements KeyClaim {}
}
