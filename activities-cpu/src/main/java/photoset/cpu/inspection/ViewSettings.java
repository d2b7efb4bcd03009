package photoset.cpu.inspection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import photoset.workflows.photos.PhotoLimits;

/**
 * What models get to see of a photo.
 *
 * @param side long side of the view in pixels, 512 to 4096. 1024 is twice what the bundled network sees; SAM 3 sees 1,008
 *     rows of any photo and gets them with 2016
 */
@ConfigurationProperties(prefix = "photoset.view", ignoreUnknownFields = false)
public record ViewSettings(
        @DefaultValue("" + PhotoLimits.VIEW_SIDE_PX) int side) {
    /** What the bundled network sees. */
    private static final int SIDE_MIN = 512;

    /** No model here sees a quarter of it, and the process with the device decodes it. */
    private static final int SIDE_MAX = 4_096;

    public ViewSettings {
        if (side < SIDE_MIN || side > SIDE_MAX) {
            throw new IllegalArgumentException("photoset.view.side is %d to %d pixels.".formatted(SIDE_MIN, SIDE_MAX));
        }
    }
}
