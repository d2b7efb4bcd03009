package photoset.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body was read already, and an answer that is kept before the first byte of it leaves. */
final class RecordedExchange extends ServerWebExchangeDecorator {
    private final ServerHttpRequest request;
    private final ServerHttpResponse response;

    RecordedExchange(ServerWebExchange exchange, byte[] body, Function<StoredAnswer, Mono<Void>> keep) {
        super(exchange);
        this.request = new ReadRequest(exchange.getRequest(), body, exchange.getResponse());
        this.response = new KeptResponse(exchange.getResponse(), keep);
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return response;
    }

    private static final class ReadRequest extends ServerHttpRequestDecorator {
        private final byte[] body;
        private final ServerHttpResponse buffers;

        ReadRequest(ServerHttpRequest request, byte[] body, ServerHttpResponse buffers) {
            super(request);
            this.body = body;
            this.buffers = buffers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() -> Flux.just(buffers.bufferFactory().wrap(body)));
        }
    }

    private static final class KeptResponse extends ServerHttpResponseDecorator {
        private final Function<StoredAnswer, Mono<Void>> keep;

        KeptResponse(ServerHttpResponse response, Function<StoredAnswer, Mono<Void>> keep) {
            super(response);
            this.keep = keep;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> parts) {
            return DataBufferUtils.join(parts)
                    .map(KeptResponse::text)
                    .defaultIfEmpty("")
                    .flatMap(body -> keep.apply(answer(body)).then(Mono.defer(() -> send(body))));
        }

        private Mono<Void> send(String body) {
            return super.writeWith(
                    Mono.fromSupplier(() -> bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> parts) {
            return writeWith(Flux.from(parts).concatMap(part -> part));
        }

        @Override
        public Mono<Void> setComplete() {
            return isCommitted() ? super.setComplete() : keep.apply(answer("")).then(Mono.defer(super::setComplete));
        }

        private StoredAnswer answer(String body) {
            HttpStatusCode status = getStatusCode();
            var type = getHeaders().getContentType();
            return new StoredAnswer(status == null ? 200 : status.value(), type == null ? null : type.toString(), body);
        }

        private static String text(DataBuffer buffer) {
            var text = buffer.toString(StandardCharsets.UTF_8);
            DataBufferUtils.release(buffer);
            return text;
        }
    }
}
