package photoset.api.temporal;

import reactor.core.publisher.Mono;

/** Work that moves money goes on when the client that asked for it hangs up. */
public final class Uncancelable {
    private Uncancelable() {}

    public static <T> Mono<T> of(Mono<T> work) {
        return Mono.fromFuture(work::toFuture, true);
    }
}
