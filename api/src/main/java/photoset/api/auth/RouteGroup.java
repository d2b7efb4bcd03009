package photoset.api.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The addresses that are treated apart, each group once. They are compared parsed and decoded, by the parser that finds the
 * controllers: {@code /%61uth/anon} reaches the same controller as {@code /auth/anon} and is in the same groups.
 */
public enum RouteGroup {
    /** Pages, documents and calls that read no account. */
    PUBLIC(
            null,
            "/",
            "/index.html",
            "/*.svg",
            "/*.png",
            "/*.webmanifest",
            "/sw.js",
            "/assets/**",
            "/studio/**",
            "/health",
            "/v3/api-docs.yaml",
            "/v3/api-docs/**",
            "/plans",
            "/presets/**",
            "/materials/**",
            "/swatches/**",
            "/originals/**"),
    /** The pages that show the API document. */
    DOCS(null, "/docs/**", "/swagger-ui/**", "/webjars/**"),
    /** Carries the shared secret of the providers where others carry a token. */
    CALLBACK(HttpMethod.POST, "/jobs/*/callback"),
    /** Opens an account. */
    SIGN_UP(null, "/auth/anon"),
    /** Takes a token that may have expired. */
    REFRESH(HttpMethod.POST, "/auth/refresh"),
    /** Shows what a rule would make of a photo. */
    PREVIEW(HttpMethod.POST, "/jobs/*/previews"),
    /** For operators. */
    ADMIN(null, "/admin/**");

    private final @Nullable HttpMethod method;
    private final List<PathPattern> patterns;

    RouteGroup(@Nullable HttpMethod method, String... patterns) {
        this.method = method;
        this.patterns = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** Those that are called without a token: the only list of them. */
    private static final Set<RouteGroup> OPEN = EnumSet.of(PUBLIC, DOCS, SIGN_UP, CALLBACK);

    /** Those whose answer repeats itself, whoever asks again with the same words. */
    private static final Set<RouteGroup> REPEATING = EnumSet.of(REFRESH, PREVIEW);

    /** Whether a call with this method to this path needs no key to be repeated. */
    public static boolean isRepeating(HttpMethod called, PathContainer path) {
        return REPEATING.stream().anyMatch(group -> group.has(called, path));
    }

    /** Whether a call with this method to this path takes no token. */
    public static boolean isOpen(HttpMethod called, PathContainer path) {
        return OPEN.stream().anyMatch(group -> group.has(called, path));
    }

    /** {@link #isOpen} for a chain of security rules. */
    static ServerWebExchangeMatcher openMatcher() {
        return new OrServerWebExchangeMatcher(
                OPEN.stream().map(RouteGroup::matcher).toList());
    }

    /** Whether the request goes to an address of this group. */
    public boolean has(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return has(request.getMethod(), request.getPath().pathWithinApplication());
    }

    /** Whether a call with this method to this path would. */
    public boolean has(HttpMethod called, PathContainer path) {
        return (method == null || method.equals(called))
                && patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** For a chain of security rules. */
    ServerWebExchangeMatcher matcher() {
        return exchange -> has(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }
}
