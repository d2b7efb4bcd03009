package photoset.api.terms;

/** A part of a {@link SourceText}: characters {@code from} to before {@code to}; at least one. */
public record Span(int from, int to) {
    /** From the beginning of one to the end of the other, whichever comes first. */
    public Span and(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
}
