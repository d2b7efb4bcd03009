package photoset.api.presets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What rules may name.
 *
 * @param openVocabulary whether a rule may name concepts that its preset lacks, such as {@code Herringbone_Floor}: their
 *     words are what the model is asked for. Only for segmenters that take any words ({@code sam3}, most providers)
 */
@ConfigurationProperties(prefix = "photoset.presets", ignoreUnknownFields = false)
public record PresetSettings(@DefaultValue("false") boolean openVocabulary) {}
