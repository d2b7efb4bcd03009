package photoset.workflows.credits;

/**
 * The answer to a hold.
 *
 * @param status what happened
 * @param needed credits to be held by this step
 * @param available credits that the account could spend before the hold
 */
public record Hold(HoldStatus status, long needed, long available) {}
