package photoset.cpu.products;

import photoset.cpu.framing.Crop;
import photoset.cpu.framing.Subject;
import photoset.cpu.sets.SetPhoto;

/**
 * A photo and the part of it that serves a purpose.
 *
 * @param purpose what it is for
 * @param photo where it is from
 * @param subject what it is about
 * @param fill how much of the part the subject takes, 0 to 1
 * @param because what was seen there, for the table of contents
 */
public record Shot(Purpose purpose, SetPhoto.Delivered photo, Subject subject, double fill, String because) {
    /** The part as a square. */
    public Crop crop() {
        return shaped(1);
    }

    /** The part in another shape, width by height. */
    public Crop shaped(double aspect) {
        return Crop.around(subject, aspect, fill);
    }

    /** What a picture of a product is for. */
    public enum Purpose {
        MAIN("Main", "대표"),
        DETAIL("Detail", "상세"),
        IN_USE("In use", "사용"),
        PACKAGE("Package", "포장");

        private final String english;
        private final String korean;

        Purpose(String english, String korean) {
            this.english = english;
            this.korean = korean;
        }

        /** What people call it. */
        public String english() {
            return english;
        }

        /** What people call it in Korean. */
        public String korean() {
            return korean;
        }
    }
}
