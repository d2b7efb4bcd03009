package photoset.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;

class RateLimitsTest {
    private final RateLimits limits = new RateLimits(new LimitSettings(3, 2, 2, 4, 2, List.of()));
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void aUserWhoCallsTooOftenWaits() {
        for (int i = 0; i < 3; i++) {
            call(by("ann"));
        }
        var fourth = by("ann");
        var refused = catchThrowableOfType(ApiException.class, () -> call(fourth));
        assertThat(refused.problem()).isEqualTo(Problem.RATE_LIMITED);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(fourth.getResponse().getHeaders().getFirst("RateLimit-Limit"))
                .isEqualTo("3");
        assertThat(fourth.getResponse().getHeaders().getFirst("RateLimit-Remaining"))
                .isEqualTo("0");
        assertThat(fourth.getResponse().getHeaders().getFirst("RateLimit-Reset"))
                .isEqualTo("60");
        assertThat(answered).hasValue(3);
    }

    @Test
    void oneUserDoesNotCostAnother() {
        for (int i = 0; i < 3; i++) {
            call(by("ann"));
        }
        var other = by("bob");
        call(other);
        assertThat(other.getResponse().getHeaders().getFirst("RateLimit-Remaining"))
                .isEqualTo("2");
    }

    @Test
    void previewsAreCountedForThemselves() {
        call(previewBy("ann"));
        call(previewBy("ann"));
        var third = previewBy("ann");
        assertThat(catchThrowableOfType(ApiException.class, () -> call(third)).problem())
                .isEqualTo(Problem.RATE_LIMITED);
        assertThat(third.getResponse().getHeaders().getFirst("RateLimit-Limit")).isEqualTo("2");

        call(previewBy("bob"));
        var other = by("ann");
        call(other);
        assertThat(other.getResponse().getHeaders().getFirst("RateLimit-Remaining"))
                .isEqualTo("2");
    }

    @Test
    void anAddressThatOpensTooManyAccountsWaits() {
        call(signUp("192.0.2.1"));
        call(signUp("192.0.2.1"));
        assertThat(catchThrowableOfType(ApiException.class, () -> call(signUp("192.0.2.1")))
                        .problem())
                .isEqualTo(Problem.RATE_LIMITED);
        call(signUp("192.0.2.2"));
    }

    @Test
    void anotherSpellingOfThePathIsTheSamePath() {
        call(signUp("192.0.2.1"));
        call(signUp("192.0.2.1"));
        var spelt = MockServerHttpRequest.method(HttpMethod.POST, URI.create("/%61uth/anon"))
                .remoteAddress(new InetSocketAddress("192.0.2.1", 1));
        assertThat(catchThrowableOfType(ApiException.class, () -> call(MockServerWebExchange.from(spelt))))
                .isNotNull();
    }

    @Test
    void manyAddressesTogetherWaitToo() {
        for (int i = 0; i < 4; i++) {
            call(signUp("192.0.2." + i));
        }
        var refused = catchThrowableOfType(ApiException.class, () -> call(signUp("192.0.2.9")));
        assertThat(refused.problem()).isEqualTo(Problem.RATE_LIMITED);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    @Test
    void whatOneAddressIsRefusedTheOthersDoNotLose() {
        for (int i = 0; i < 9; i++) {
            var _ = catchThrowableOfType(ApiException.class, () -> call(signUp("192.0.2.1")));
        }
        call(signUp("192.0.2.2"));
        call(signUp("192.0.2.2"));
        assertThat(answered).hasValue(4);
    }

    @Test
    void aForwardedAddressIsNotBelieved() {
        for (int i = 0; i < 2; i++) {
            call(signUp("192.0.2.1", "X-Forwarded-For", "198.51.100." + i));
        }
        assertThat(catchThrowableOfType(
                        ApiException.class, () -> call(signUp("192.0.2.1", "X-Forwarded-For", "198.51.100.9"))))
                .isNotNull();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        call(signUp("2001:db8:1:2::1"));
        call(signUp("2001:db8:1:2::2"));
        assertThat(catchThrowableOfType(ApiException.class, () -> call(signUp("2001:db8:1:2:ffff::3"))))
                .isNotNull();
        call(signUp("2001:db8:1:3::1"));
    }

    @Test
    void whatIsOpenIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            call(MockServerWebExchange.from(MockServerHttpRequest.get("/presets")));
        }
        assertThat(answered).hasValue(10);
    }

    private void call(MockServerWebExchange exchange) {
        limits.filter(exchange, _ -> Mono.fromRunnable(answered::incrementAndGet))
                .block();
    }

    private static MockServerWebExchange by(String user) {
        return by(user, MockServerHttpRequest.get("/me").build());
    }

    private static MockServerWebExchange previewBy(String user) {
        return by(user, MockServerHttpRequest.post("/jobs/j1/previews").build());
    }

    private static MockServerWebExchange by(String user, MockServerHttpRequest request) {
        var token = Jwt.withTokenValue("t").header("alg", "HS256").subject(user).build();
        return MockServerWebExchange.builder(request)
                .principal(new JwtAuthenticationToken(token))
                .build();
    }

    private static MockServerWebExchange signUp(String address, String... header) {
        var request = MockServerHttpRequest.post("/auth/anon").remoteAddress(new InetSocketAddress(address, 1));
        return MockServerWebExchange.from(header.length == 0 ? request : request.header(header[0], header[1]));
    }
}
