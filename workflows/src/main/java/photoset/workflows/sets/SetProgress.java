package photoset.workflows.sets;

/**
 * How far a set is.
 *
 * @param percent 0 to 100
 */
public record SetProgress(SetRequest request, int percent) {}
