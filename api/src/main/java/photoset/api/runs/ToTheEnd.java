package photoset.api.runs;

import reactor.core.publisher.Mono;

/** Work that moves money goes on when the client that asked for it hangs up. */
public final class ToTheEnd {
    private ToTheEnd() {}

    public static <T> Mono<T> of(Mono<T> work) {
        return Mono.fromFuture(work::toFuture, true);
    }
}
