package photoset.workflows.credits;

/** What became of a hold, in order of precedence: the first that applies is returned. */
public enum HoldStatus {
    /** The credits are held now. */
    HELD,
    /** The same hold stands already; nothing changed. */
    ALREADY_HELD,
    /** The account has fewer credits than the job needs; nothing changed. */
    INSUFFICIENT_CREDITS
}
