package photoset.standalone.installation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The setting {@code photoset.cors.allowed-origins} of the api, which the store of an installation follows. */
public final class AllowedOrigins {
    private AllowedOrigins() {}

    /** The origins that the environment lists; the api checks them when it starts. */
    public static List<String> of(Map<String, String> environment) {
        return Arrays.stream(environment
                        .getOrDefault("PHOTOSET_CORS_ALLOWEDORIGINS", "")
                        .split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
    }
}
