package photoset.bench.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the albums of all clients ended, as the clients saw it. */
final class Outcomes {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void add(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
