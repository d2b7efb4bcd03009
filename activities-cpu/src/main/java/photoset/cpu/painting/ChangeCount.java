package photoset.cpu.painting;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Pixels that differ between a photo and its result.
 *
 * @param pixels all of them
 * @param inProtect those under a protect mask
 * @param outsideRule those under no layer's mask
 */
public record ChangeCount(
        @JsonProperty("pixels") long pixels,
        @JsonProperty("in_protect") long inProtect,
        @JsonProperty("outside_rule") long outsideRule) {}
