package photoset.gpu.sam3;

import java.util.Locale;

/**
 * How far outputs are from golden ones in one respect.
 *
 * @param golden name of the case
 * @param what was compared
 * @param found the largest difference or the least agreement
 * @param limit how far it may go
 * @param isAgreement whether more is better
 */
public record Difference(String golden, String what, double found, double limit, boolean isAgreement) {
    /** Whether the limit is kept; nothing that is not a number keeps it. */
    public boolean holds() {
        return isAgreement ? found >= limit : found <= limit;
    }

    /** One line for people. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: %s %s %.6f (%s %s)",
                golden,
                what,
                isAgreement ? "agree by" : "differ by",
                found,
                isAgreement ? "at least" : "at most",
                limit);
    }
}
