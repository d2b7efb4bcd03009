package photoset.api.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** A language that names are kept in. */
public enum Language {
    EN,
    KO;

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.KOREAN);

    /** The best match for the request's {@code Accept-Language}; English when it is absent, unreadable or asks for others. */
    public static Language of(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        @Nullable String wanted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && Locale.KOREAN.equals(lookup(wanted)) ? KO : EN;
    }

    private static @Nullable Locale lookup(String wanted) {
        try {
            return Locale.lookup(LanguageRange.parse(wanted), KNOWN);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
