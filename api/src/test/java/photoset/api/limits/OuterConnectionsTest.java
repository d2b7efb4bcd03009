package photoset.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import photoset.api.Api;
import photoset.api.Api.Answer;
import photoset.api.ApiTest;
import reactor.core.publisher.Mono;

/** The server of the api's tests trusts 127.0.0.1, which calls it here, and 10.0.0.0/8. */
@ApiTest
class OuterConnectionsTest {
    private final Api api;

    OuterConnectionsTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.1 | X-Forwarded-For: 203.0.113.9                                      | 192.0.2.1
            10.0.0.1  |                                                                   | 10.0.0.1
            10.0.0.1  | X-Forwarded-For: 203.0.113.9                                      | 203.0.113.9
            10.0.0.1  | X-Forwarded-For: 203.0.113.9:4711                                 | 203.0.113.9
            10.0.0.1  | X-Forwarded-For: 198.51.100.7, 203.0.113.9, 10.2.3.4              | 203.0.113.9
            10.0.0.1  | X-Forwarded-For: 10.9.9.9, 10.2.3.4                               | 10.9.9.9
            10.0.0.1  | X-Forwarded-For: 203.0.113.9, nonsense, 10.2.3.4                  | 10.2.3.4
            10.0.0.1  | X-Forwarded-For: 2001:db8::1                                      | 2001:db8::1
            fd00::1   | X-Forwarded-For: [2001:db8::1]:4711                               | 2001:db8::1
            10.0.0.1  | Forwarded: for=203.0.113.9;proto=https;by=10.0.0.1                | 203.0.113.9
            10.0.0.1  | Forwarded: for=198.51.100.7, FOR="203.0.113.9:80", for=10.2.3.4   | 203.0.113.9
            10.0.0.1  | Forwarded: for="[2001:db8::1]:4711"                               | 2001:db8::1
            10.0.0.1  | Forwarded: for=203.0.113.9, for=_hidden                           | 10.0.0.1
            10.0.0.1  | Forwarded: for=203.0.113.9, by="a,for=198.51.100.7"               | 10.0.0.1
            """)
    void theClientIsTheFirstFromTheRightThatIsNoTrustedProxy(String peer, String header, String client) {
        assertThat(seen(peer, "http", header == null ? new String[0] : header.split(": ", 2))
                        .getRemoteAddress())
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral(client), 0));
    }

    @Test
    void linesOfOneHeaderAreOneList() {
        assertThat(client("X-Forwarded-For", "203.0.113.9", "X-Forwarded-For", "10.2.3.4"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void headersThatDoNotAgreeAreNotBelieved() {
        assertThat(client("X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(client("X-Forwarded-For", "203.0.113.9", "Forwarded", "for=198.51.100.7"))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void theOuterSchemeIsThatOfTheAddress() {
        assertThat(seen("10.0.0.1", "http", "X-Forwarded-Proto", "https").getURI())
                .isEqualTo(URI.create("https://api.example/jobs?limit=%31"));
        assertThat(seen("10.0.0.1", "http", "Forwarded", "for=203.0.113.9;proto=https")
                        .getURI())
                .hasScheme("https");
        assertThat(seen("10.0.0.1", "http", "X-Forwarded-Proto", "http").getURI())
                .hasScheme("http");
        assertThat(seen("192.0.2.1", "http", "X-Forwarded-Proto", "https").getURI())
                .hasScheme("http");
        assertThat(seen("10.0.0.1", "https").getURI()).hasScheme("https");
    }

    @Test
    void everyClientBehindTheProxyHasItsOwnLimit() {
        assertThat(left(signUp("203.0.113.1"))).isEqualTo("999");
        assertThat(left(signUp("203.0.113.2"))).isEqualTo("999");
    }

    @Test
    void inAClusterTheClientsOwnWordsAreNotBelievedEither() {
        var user = api.signedUp();
        assertThat(user.get("/probe/address", "X-Forwarded-For", "198.51.100.7, 203.0.113.1")
                        .text("$.data"))
                .isEqualTo("/203.0.113.1:0");
        assertThat(user.get("/probe/address", "X-Forwarded-For", "198.51.100.7, nonsense")
                        .text("$.data"))
                .isEqualTo("/127.0.0.1:0");
    }

    @Test
    void browsersAreHeldToTlsWhereTheyCameByIt() {
        assertThat(api.get("/health", "X-Forwarded-Proto", "https").headers().getFirst("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(api.get("/me", "X-Forwarded-Proto", "https").headers().getFirst("Strict-Transport-Security"))
                .isNotNull();
        assertThat(api.get("/health").headers().getFirst("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void pagesMayReachTheStoreByItsPublicOrigin() {
        var policy = List.of(Objects.requireNonNull(api.get("/").headers().getFirst("Content-Security-Policy"))
                .split("; "));
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "connect-src 'self' https://pictures.example.org:8443",
                        "img-src 'self' blob: https://pictures.example.org:8443");
    }

    private Answer signUp(String forwarded) {
        return api.post("/auth/anon", null, "X-Forwarded-For", forwarded);
    }

    private static String left(Answer answer) {
        return String.valueOf(answer.headers().getFirst("RateLimit-Remaining"));
    }

    private static String client(String... headers) {
        return Objects.requireNonNull(seen("10.0.0.1", "http", headers).getRemoteAddress())
                .getAddress()
                .getHostAddress();
    }

    /** The request as those behind the filter see it. */
    private static ServerHttpRequest seen(String peer, String scheme, String... headers) {
        var mock = MockServerHttpRequest.method(HttpMethod.GET, URI.create(scheme + "://api.example/jobs?limit=%31"))
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 0));
        for (int i = 0; i < headers.length; i += 2) {
            mock.header(headers[i], headers[i + 1]);
        }
        var seen = new AtomicReference<ServerHttpRequest>();
        new OuterConnections(new LimitSettings(1, 1, 1, 1, 1, List.of("10.0.0.0/8", "fd00::/8")))
                .filter(
                        MockServerWebExchange.from(mock),
                        exchange -> Mono.fromRunnable(() -> seen.set(exchange.getRequest())))
                .block();
        return Objects.requireNonNull(seen.get());
    }
}
