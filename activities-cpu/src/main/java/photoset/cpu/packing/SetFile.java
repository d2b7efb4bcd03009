package photoset.cpu.packing;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A picture of a composed set.
 *
 * @param name of the file, with its folder
 * @param width in pixels
 * @param height in pixels
 * @param dpi as the file states
 * @param bytes of the file
 * @param sha256 of the file
 * @param shows what it shows, in the language of the set
 */
public record SetFile(
        @JsonProperty("name") String name,
        @JsonProperty("width") int width,
        @JsonProperty("height") int height,
        @JsonProperty("dpi") int dpi,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("shows") String shows) {}
