package photoset.cpu.products;

import java.util.Map;
import photoset.cpu.framing.Subject;
import photoset.cpu.sets.SetPhoto;

/**
 * The product as one photo shows it.
 *
 * @param subject the product
 * @param segmented whether a mask says where the product is; else its detail does
 * @param parts what else was found in the photo, by concept
 */
public record Sighting(SetPhoto.Delivered photo, Subject subject, boolean segmented, Map<String, Subject> parts) {
    /** A product below this share of the photo is small, above the second it leaves no air. */
    private static final double SHARE_SMALL = .08;

    private static final double SHARE_LARGE = .8;

    private static final double GUESS_FILL = .55;

    /** For each side of the photo that cuts the product. */
    private static final double CUT_PENALTY = .35;

    /** The side of a product that is as sharp as a shop can use. */
    private static final double SIDE_PX = 2000;

    /** How well the photo serves as the main one, 0 to 1: the product is whole, neither tiny nor crammed, and sharp. */
    double mainScore() {
        var box = subject.box();
        double share = share();
        double size = share < SHARE_SMALL ? share / SHARE_SMALL : share > SHARE_LARGE ? .7 : 1;
        double whole = Math.max(0, 1 - CUT_PENALTY * subject.cutSides());
        double sharp = Math.min(1, Math.max(box.width(), box.height()) / SIDE_PX);
        return whole * size * (.5 + .5 * sharp) * (segmented ? 1 : .8);
    }

    /** How much of a crop the product takes; around a guess more is left. */
    double fill(double wanted) {
        return segmented ? wanted : Math.min(wanted, GUESS_FILL);
    }

    /** What is known of the place. */
    String seen() {
        return segmented ? "the product" : "where there is most to see";
    }

    /** The rectangle around the product, to the photo. */
    double share() {
        var box = subject.box();
        var photo = subject.photo();
        return (double) box.width() * box.height() / ((double) photo.width() * photo.height());
    }
}
