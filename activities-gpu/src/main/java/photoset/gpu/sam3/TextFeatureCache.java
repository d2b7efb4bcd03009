package photoset.gpu.sam3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photoset.gpu.sam3.engine.TextFeatures;

/** Texts that were read lately. Safe for use by several threads. */
final class TextFeatureCache {
    /** A preset has some dozens; at 33 KB each of SAM 3 these are 33 MB. */
    private static final int KEPT_MAX = 1_000;

    private final Map<String, TextFeatures> kept = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TextFeatures> eldest) {
            return size() > KEPT_MAX;
        }
    };

    synchronized Optional<TextFeatures> find(String text) {
        return Optional.ofNullable(kept.get(text));
    }

    synchronized void keep(List<String> texts, List<TextFeatures> features) {
        for (int i = 0; i < texts.size(); i++) {
            kept.put(texts.get(i), features.get(i));
        }
    }
}
