package photoset.gpu.sam3;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SAM 3 is read.
 *
 * @param score what an instance must score to count, presence included. The reference of the weights' authors takes one
 *     half, the transformers port three tenths: lower finds more and errs more
 * @param cache whether answers are kept in the object store and found there
 */
@ConfigurationProperties(prefix = "photoset.sam3", ignoreUnknownFields = false)
public record Sam3Settings(
        @DefaultValue("0.5") float score,
        @DefaultValue("true") boolean cache) {
    public Sam3Settings {
        if (!(score >= Sam3Model.SCORE_MIN && score < 1)) {
            throw new IllegalArgumentException(
                    "photoset.sam3.score must be from " + Sam3Model.SCORE_MIN + " to below 1.");
        }
    }
}
