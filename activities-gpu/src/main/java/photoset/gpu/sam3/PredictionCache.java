package photoset.gpu.sam3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.segmentation.Bucket;
import photoset.objects.FileHash;
import photoset.objects.ObjectTooLarge;
import photoset.workflows.SharedKeys;

/**
 * Answers in the object store by the photo's content, the model and the prompt, so that another colour, another user with
 * the same file, or a repeated attempt costs no call of the model. A damaged file counts as none and is replaced.
 */
final class PredictionCache {
    private static final Logger log = LoggerFactory.getLogger(PredictionCache.class);

    /** 128 bits of a prompt's hash: no two prompts meet, and keys stay short. */
    private static final int NAME_CHARS = 32;

    /** An answer has at most 200 instances, packed; each is a map of 288 x 288 bytes. */
    private static final long FILE_BYTES_MAX = 32L << 20;

    private final Bucket bucket;
    private final String model;

    PredictionCache(Bucket bucket, String model) {
        this.bucket = bucket;
        this.model = model;
    }

    Optional<Prediction> find(String photoSha256, Prompt prompt) {
        var key = key(photoSha256, prompt);
        try {
            var file = bucket.find(key, FILE_BYTES_MAX);
            return file.isEmpty() ? Optional.empty() : Optional.of(PredictionFile.read(file.get()));
        } catch (IOException | ObjectTooLarge damaged) {
            log.warn("sam3.cache_damaged key={}", key);
            return Optional.empty();
        }
    }

    void keep(String photoSha256, Prompt prompt, Prediction answer) {
        bucket.put(key(photoSha256, prompt), PredictionFile.of(answer), "application/octet-stream");
    }

    private String key(String photoSha256, Prompt prompt) {
        return SharedKeys.segment(model, photoSha256, name(prompt));
    }

    private static String name(Prompt prompt) {
        return FileHash.sha256(prompt.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, NAME_CHARS);
    }
}
