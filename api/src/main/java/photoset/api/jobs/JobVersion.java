package photoset.api.jobs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an ETag says: the last event, and the half lifetime of links in which the answer was made. A client that is told
 * "not modified" can therefore use the links that it has for at least another half lifetime.
 */
record JobVersion(long seq, long period) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})-(\\d{1,18})\"");
    private static final JobVersion NONE = new JobVersion(-1, -1);

    /** Reads {@code If-None-Match}; what this server never wrote matches nothing. */
    static JobVersion parse(@Nullable String tag) {
        var parts = TAG.matcher(tag == null ? "" : tag.strip());
        return parts.matches() ? new JobVersion(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))) : NONE;
    }

    /** Weak: the answer's envelope carries a time. */
    String tag() {
        return "W/\"" + seq + "-" + period + "\"";
    }
}
