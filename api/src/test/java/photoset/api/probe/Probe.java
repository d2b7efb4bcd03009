package photoset.api.probe;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Endpoints that behave as no honest one does. */
@RestController
@Hidden
public class Probe {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Sinks.One<String> gate = Sinks.one();

    /** How often any of the POST endpoints was reached. */
    public int calls() {
        return calls.get();
    }

    /** Shuts the gate that {@code /probe/slow} waits at. */
    public void shut() {
        gate = Sinks.one();
    }

    public void open() {
        gate.tryEmitValue("open");
    }

    @GetMapping("/probe/failure")
    Mono<Envelope<String>> failure() {
        return Mono.error(new IllegalStateException("jdbc:postgresql://inner-host/secret"));
    }

    @GetMapping("/probe/number")
    Mono<Envelope<Integer>> number(@RequestParam int pageSize, ServerWebExchange exchange) {
        return Mono.just(Envelope.of(exchange, pageSize));
    }

    /** Whom the controllers take for the client. */
    @GetMapping("/probe/address")
    Mono<Envelope<String>> address(ServerWebExchange exchange) {
        return Mono.just(
                Envelope.of(exchange, String.valueOf(exchange.getRequest().getRemoteAddress())));
    }

    @PostMapping("/probe/slow")
    Mono<Envelope<Integer>> slow(ServerWebExchange exchange) {
        int call = calls.incrementAndGet();
        return gate.asMono().map(_ -> Envelope.of(exchange, call));
    }

    /** Fails at the first call and every other one. */
    @PostMapping("/probe/flaky")
    Mono<Envelope<Integer>> flaky(ServerWebExchange exchange) {
        int call = calls.incrementAndGet();
        return call % 2 == 1 ? Mono.error(new IllegalStateException("flaky")) : Mono.just(Envelope.of(exchange, call));
    }

    @PostMapping("/probe/busy")
    Mono<Envelope<Integer>> busy() {
        calls.incrementAndGet();
        return Mono.error(ApiException.forNow(Problem.CONCURRENCY_LIMIT, "busy", Duration.ofMillis(1500)));
    }
}
