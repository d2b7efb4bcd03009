package photoset.api.vocabulary;

/**
 * What Korean hangs to a word.
 *
 * @param joins whether it says "and"
 */
public record Suffix(String text, boolean joins) {}
