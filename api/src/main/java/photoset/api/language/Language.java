package photoset.api.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** A language that names are kept in. */
public enum Language {
    EN,
    KO;

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.KOREAN);

    /** The best match for an {@code Accept-Language} header; English when it is absent, unreadable or asks for others only. */
    public static Language accepted(List<LanguageRange> ranges) {
        return Locale.KOREAN.equals(Locale.lookup(ranges, KNOWN)) ? KO : EN;
    }
}
