package photoset.api.limits;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What proxies say about the connection that they took: {@code Forwarded} (RFC 7239) and its older kin
 * {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. Each proxy appends the peer that it saw, so only the right end is
 * by somebody trusted; what stands further left may be the client's own invention.
 */
record ForwardedHeaders(HttpHeaders headers) {
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private static final Pattern PAIR = Pattern.compile("(?i)\\s*(for|proto)\\s*=\\s*\"?([^\";]*)\"?\\s*");

    /**
     * The client: the first address from the right that is no trusted proxy. Stops at a word that is no address. The peer
     * itself when the two headers do not agree: a proxy that writes one passes the other on as the client sent it.
     */
    InetAddress client(InetAddress peer, Predicate<InetAddress> trusted) {
        var standard = lists(FORWARDED).map(element -> value(element, "for")).toList();
        var older = lists(FORWARDED_FOR).toList();
        if (standard.isEmpty() || older.isEmpty()) {
            return walk(peer, standard.isEmpty() ? older : standard, trusted);
        }
        var client = walk(peer, standard, trusted);
        return client.equals(walk(peer, older, trusted)) ? client : peer;
    }

    /** Whether the outermost connection is TLS, as far as anybody says. */
    boolean tls() {
        var standard = lists(FORWARDED).map(element -> value(element, "proto"));
        return Stream.concat(standard, lists(FORWARDED_PROTO))
                .filter(proto -> !proto.isEmpty())
                .findFirst()
                .filter("https"::equalsIgnoreCase)
                .isPresent();
    }

    private static InetAddress walk(InetAddress peer, List<String> nodes, Predicate<InetAddress> trusted) {
        var client = peer;
        for (int i = nodes.size() - 1; i >= 0 && trusted.test(client); i--) {
            @Nullable InetAddress next = address(nodes.get(i));
            if (next == null) {
                return client;
            }
            client = next;
        }
        return client;
    }

    /** Of {@code 192.0.2.1}, {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711} or {@code 2001:db8::1}; else null. */
    private static @Nullable InetAddress address(String node) {
        int colon = node.indexOf(':');
        boolean bracketed = node.startsWith("[") && node.indexOf(']') > 0;
        String host = node;
        if (bracketed) {
            host = node.substring(1, node.indexOf(']'));
        } else if (colon >= 0 && colon == node.lastIndexOf(':')) {
            host = node.substring(0, colon);
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException hiddenOrUnknown) {
            return null;
        }
    }

    /** The value of one name in {@code for=...;proto=...;by=...}; empty when absent. */
    private static String value(String element, String name) {
        return split(element, ';').stream()
                .map(PAIR::matcher)
                .filter(pair ->
                        pair.matches() && pair.group(1).toLowerCase(Locale.ROOT).equals(name))
                .map(pair -> Objects.requireNonNull(pair.group(2)).strip())
                .findFirst()
                .orElse("");
    }

    /** All elements of all lines of a header, from the left. */
    private Stream<String> lists(String header) {
        return headers.getOrEmpty(header).stream().flatMap(line -> split(line, ',').stream());
    }

    /** Splits outside of quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.charAt(i) == separator) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
