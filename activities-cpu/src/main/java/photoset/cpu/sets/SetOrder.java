package photoset.cpu.sets;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.sheets.QrCode;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetLimits;
import photoset.workflows.sets.SetTemplate;

/**
 * A set to compose. The same order gives the same bytes.
 *
 * @param title stands on every page; the template's name if it is empty
 * @param date stands on every page
 * @param watermarked whether every result carries the mark of the free plan
 * @param photos of the job in its order; at least one delivered
 * @param label what the altered picture of a disclosure is called; null for the usual words in both languages
 */
public record SetOrder(
        SetTemplate template,
        String title,
        LocalDate date,
        SetLanguage language,
        boolean watermarked,
        List<SetPhoto> photos,
        @Nullable String label) {
    /** The largest job of any plan. */
    public static final int PHOTOS_MAX = 200;

    public SetOrder {
        photos = List.copyOf(photos);
        checkWords(title, label);
        checkPhotos(photos);
        for (var photo : photos) {
            if (photo instanceof SetPhoto.Delivered delivered) {
                checkDesigns(template, delivered);
                checkLink(delivered);
            }
        }
    }

    /** The photos with results, in order. */
    public List<SetPhoto.Delivered> delivered() {
        return photos.stream()
                .filter(SetPhoto.Delivered.class::isInstance)
                .map(SetPhoto.Delivered.class::cast)
                .toList();
    }

    /** The photos without, in order. */
    public List<SetPhoto.Failed> failed() {
        return photos.stream()
                .filter(SetPhoto.Failed.class::isInstance)
                .map(SetPhoto.Failed.class::cast)
                .toList();
    }

    private static void checkWords(String title, @Nullable String label) {
        checkLength("title", title, SetLimits.TITLE_CHARS_MAX);
        if (label != null) {
            checkLength("label", label, SetLimits.LABEL_CHARS_MAX);
        }
    }

    private static void checkLength(String what, String words, int charsMax) {
        int chars = words.codePointCount(0, words.length());
        if (chars > charsMax) {
            throw new SetOrderRefused("The %s has %d characters; shorten it to %d.".formatted(what, chars, charsMax));
        }
    }

    private static void checkPhotos(List<SetPhoto> photos) {
        if (photos.size() > PHOTOS_MAX) {
            throw new SetOrderRefused("A set has at most %d photos, not %d.".formatted(PHOTOS_MAX, photos.size()));
        }
        if (photos.stream().noneMatch(SetPhoto.Delivered.class::isInstance)) {
            throw new SetOrderRefused("No picture of this job was delivered, so there is nothing to make a set from."
                    + " Retry its failed photos first.");
        }
        for (int i = 1; i < photos.size(); i++) {
            if (photos.get(i).idx() <= photos.get(i - 1).idx()) {
                throw new SetOrderRefused("Photo %d is out of order or there twice."
                        .formatted(photos.get(i).number()));
            }
        }
    }

    private static void checkDesigns(SetTemplate template, SetPhoto.Delivered photo) {
        int count = photo.designs().size();
        if (count > SetLimits.DESIGNS_MAX) {
            throw new SetOrderRefused("Photo %d has %d designs; a board shows at most %d."
                    .formatted(photo.number(), count, SetLimits.DESIGNS_MAX));
        }
        if (template.comparesDesigns() && count == 1) {
            throw new SetOrderRefused("A design pack compares designs, and this job has one."
                    + " Run it with two or three variants, or make a before_after set.");
        }
    }

    private static void checkLink(SetPhoto.Delivered photo) {
        URI link = photo.link();
        if (link == null) {
            return;
        }
        boolean web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
        if (!web || link.toString().length() > QrCode.TEXT_MAX_CHARS) {
            // The link itself may be a secret for a while and is not repeated.
            throw new SetOrderRefused(
                    "The link to the original of photo %d must be http or https with at most %d characters."
                            .formatted(photo.number(), QrCode.TEXT_MAX_CHARS));
        }
    }
}
