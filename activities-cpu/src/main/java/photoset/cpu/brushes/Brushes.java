package photoset.cpu.brushes;

import java.util.Optional;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction;

/** The brush for each action. */
public final class Brushes {
    private Brushes() {}

    /**
     * Looks at the photo under the mask and prepares the brush.
     *
     * @param share where it will be laid
     * @return empty where there is nothing to lay it on
     */
    public static Optional<Brush> of(Raster photo, Mask share, ResolvedAction action) {
        if (isEmpty(share)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (action) {
                    case ResolvedAction.Recolor recolor -> new RecolorBrush(photo, share, recolor);
                    case ResolvedAction.Tone tone -> new ToneBrush(photo, share, tone);
                    case ResolvedAction.Texture texture -> new TextureBrush(photo, share, texture);
                    case ResolvedAction.Background background -> new BackgroundBrush(photo, share, background);
                    case ResolvedAction.Blur blur -> new BlurBrush(photo, share, blur);
                    // It was taken out before anything is laid.
                    case ResolvedAction.Remove _ -> null;
                });
    }

    private static boolean isEmpty(Mask share) {
        for (byte level : share.levels()) {
            if (level != 0) {
                return false;
            }
        }
        return true;
    }
}
