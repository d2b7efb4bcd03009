package photoset.api.idempotency;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** The {@code Idempotency-Key} of a request that is worked on: for what must have one outcome beyond this process too. */
public final class RequestKey {
    /** 1 to 255 visible ASCII characters, with blanks between them at most; not only the two quotes of the standard. */
    public static final String PATTERN = "^(?!\"\"$)[!-~]([ -~]{0,253}[!-~])?$";

    private static final String ATTRIBUTE = RequestKey.class.getName();

    private RequestKey() {}

    /** Empty when the request has none. */
    public static Optional<String> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    static void keep(ServerWebExchange exchange, String key) {
        exchange.getAttributes().put(ATTRIBUTE, key);
    }
}
