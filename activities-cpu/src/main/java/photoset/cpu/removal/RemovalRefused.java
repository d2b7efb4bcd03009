package photoset.cpu.removal;

import java.util.Locale;

/** Something is too large to be taken out of this photo; the message says how large it may be and what to do. */
public final class RemovalRefused extends RuntimeException {
    private RemovalRefused(String message) {
        super(message);
    }

    static RemovalRefused ofPhoto(double share) {
        return new RemovalRefused(String.format(
                Locale.ROOT,
                "What is to be removed covers %.0f %% of the photo; at most %.0f %% can be filled from what is around. Leave"
                        + " out the largest parts, or take a photo without them.",
                Math.ceil(100 * share),
                100 * Removal.PHOTO_SHARE_MAX));
    }

    static RemovalRefused ofSurface(double share) {
        return new RemovalRefused(String.format(
                Locale.ROOT,
                "What is to be removed covers %.0f %% of the surface that it lies on, so too little is left to fill it from;"
                        + " at most %.0f %% can be. Leave it out, or protect less around it.",
                Math.floor(100 * share),
                100 * Removal.SURFACE_SHARE_MAX));
    }
}
