package photoset.api.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import photoset.api.auth.Caller;
import photoset.api.auth.RouteGroup;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

/**
 * Refuses a user who calls too often, and an address, or everybody together, that opens accounts too often. Token buckets: a
 * minute's calls at once, then as many as the minute refills. Every counted answer says what is left in {@code RateLimit-*}.
 */
@Component
@InRole(Role.WEB)
// Behind the security filters (-100), which say who calls.
@Order(-90)
@EnableConfigurationProperties(LimitSettings.class)
final class RateLimits implements WebFilter {
    /** A bucket that is full again is the same as none. */
    private static final int PERIODS_REMEMBERED = 2;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Bounds the memory, some 200 bytes each. */
    private static final int BUCKETS_MAX = 200_000;

    /** An IPv6 customer owns at least a /64. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final LimitSettings settings;
    private final LoadingCache<String, Bucket> users;
    private final LoadingCache<String, Bucket> refreshes;
    private final LoadingCache<String, Bucket> previews;
    private final LoadingCache<String, Bucket> addresses;
    private final Bucket signUps;

    RateLimits(LimitSettings settings) {
        this.settings = settings;
        this.users = buckets(settings.userPerMinute(), MINUTE);
        this.refreshes = buckets(settings.refreshPerHour(), HOUR);
        this.previews = buckets(settings.previewPerMinute(), MINUTE);
        this.addresses = buckets(settings.signUpPerMinute(), MINUTE);
        this.signUps = bucket(settings.signUpTotalPerMinute(), MINUTE);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (RouteGroup.SIGN_UP.has(exchange)) {
            return count(exchange, addresses.get(network(exchange)), settings.signUpPerMinute())
                    .then(Mono.defer(() -> countTotal(exchange)))
                    .then(Mono.defer(() -> chain.filter(exchange)));
        }
        return Caller.of(exchange)
                .flatMap(caller -> count(exchange, caller.user().value()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> count(ServerWebExchange exchange, String user) {
        if (RouteGroup.REFRESH.has(exchange)) {
            return count(exchange, refreshes.get(user), settings.refreshPerHour());
        }
        return RouteGroup.PREVIEW.has(exchange)
                ? count(exchange, previews.get(user), settings.previewPerMinute())
                : count(exchange, users.get(user), settings.userPerMinute());
    }

    private static LoadingCache<String, Bucket> buckets(int calls, Duration period) {
        return Caffeine.newBuilder()
                .maximumSize(BUCKETS_MAX)
                .expireAfterAccess(period.multipliedBy(PERIODS_REMEMBERED))
                .build(_ -> bucket(calls, period));
    }

    private static Bucket bucket(int calls, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, period))
                .build();
    }

    /** The total behind the address: what one address is refused must not shut the door for the others. */
    private Mono<Void> countTotal(ServerWebExchange exchange) {
        // What is left of it is nobody's business; the headers go on telling about the address.
        return signUps.tryConsume(1) ? Mono.empty() : count(exchange, signUps, settings.signUpTotalPerMinute());
    }

    private static Mono<Void> count(ServerWebExchange exchange, Bucket bucket, int limit) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        tell(exchange.getResponse().getHeaders(), probe, limit);
        return probe.isConsumed()
                ? Mono.empty()
                : Mono.error(ApiException.forNow(
                        Problem.RATE_LIMITED,
                        Problem.RATE_LIMITED.sentence(),
                        Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    private static void tell(HttpHeaders headers, ConsumptionProbe probe, int limit) {
        headers.set("RateLimit-Limit", Integer.toString(limit));
        headers.set("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        headers.set(
                "RateLimit-Reset",
                Long.toString(Duration.ofNanos(probe.getNanosToWaitForReset())
                        .plusMillis(999)
                        .toSeconds()));
    }

    private static String network(ServerWebExchange exchange) {
        @Nullable InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        @Nullable InetAddress address = remote == null ? null : remote.getAddress();
        return switch (address) {
            case null -> "unknown";
            case Inet6Address six -> Arrays.toString(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES));
            case InetAddress four -> four.getHostAddress();
        };
    }
}
