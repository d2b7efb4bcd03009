package photoset.cpu.sets;

import java.awt.Color;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photoset.cpu.sheets.Box;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetTemplate;

/** Photos of one flat thing on a plain backdrop, and orders of them. */
public final class SetPhotos {
    public static final LocalDate DATE = LocalDate.of(2026, 11, 29);
    public static final URI LINK = URI.create("https://photos.example.com/originals/1.jpg?signature=4f2a");
    public static final Color BACKDROP = new Color(205, 205, 207);
    private static final List<PaletteColor> PALETTE = List.of(
            new PaletteColor("Wall", "Sage green", "#a9b5a0"),
            new PaletteColor("바닥", "오크 헤링본", "#C4A074"),
            new PaletteColor("Cabinet", "Deep navy", "#2f3b4f"));

    private SetPhotos() {}

    /** A backdrop with a thing of this color. */
    public static Raster picture(int width, int height, Box thing, Color color) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                boolean in = x >= thing.x() && x < thing.right() && y >= thing.y() && y < thing.bottom();
                var painted = in ? color : BACKDROP;
                rgb[at] = (byte) painted.getRed();
                rgb[at + 1] = (byte) painted.getGreen();
                rgb[at + 2] = (byte) painted.getBlue();
            }
        }
        return new Raster(width, height, rgb);
    }

    public static Mask mask(int width, int height, Box thing) {
        var mask = Mask.empty(width, height);
        for (int y = thing.y(); y < thing.bottom(); y++) {
            Arrays.fill(mask.levels(), y * width + thing.x(), y * width + thing.right(), (byte) 255);
        }
        return mask;
    }

    /** A delivered photo whose results are red, green and blue. */
    public static SetPhoto.Delivered photo(int idx, int width, int height, Box thing, int designs) {
        var colors = List.of(new Color(190, 60, 60), new Color(60, 150, 60), new Color(60, 60, 190));
        List<Design> results = new ArrayList<>();
        for (int i = 0; i < designs; i++) {
            var color = colors.get(i);
            results.add(new Design("abc".substring(i, i + 1), "", () -> picture(width, height, thing, color), PALETTE));
        }
        Map<String, Supplier<Mask>> masks = new TreeMap<>();
        masks.put("Body", () -> mask(width, height, thing));
        return new SetPhoto.Delivered(
                idx, "Room 방 " + (idx + 1), () -> picture(width, height, thing, Color.GRAY), results, masks, LINK);
    }

    /** The same with further masks. */
    public static SetPhoto.Delivered with(SetPhoto.Delivered photo, Map<String, Box> parts) {
        Map<String, Supplier<Mask>> masks = new TreeMap<>(photo.masks());
        var shape = photo.original().get();
        parts.forEach((concept, box) -> masks.put(concept, () -> mask(shape.width(), shape.height(), box)));
        return new SetPhoto.Delivered(
                photo.idx(), photo.name(), photo.original(), photo.designs(), masks, photo.link());
    }

    /** A landscape photo with the thing in a corner of it. */
    public static SetPhoto.Delivered landscape(int idx, int designs) {
        return photo(idx, 640, 480, new Box(40, 280, 160, 140), designs);
    }

    public static SetOrder order(SetTemplate template, List<? extends SetPhoto> photos) {
        return order(template, "Han River Apartment 한강 아파트", false, photos);
    }

    public static SetOrder order(
            SetTemplate template, String title, boolean watermarked, List<? extends SetPhoto> photos) {
        return order(template, title, watermarked, photos, null);
    }

    public static SetOrder order(
            SetTemplate template,
            String title,
            boolean watermarked,
            List<? extends SetPhoto> photos,
            @Nullable String label) {
        return new SetOrder(template, title, DATE, SetLanguage.EN, watermarked, List.copyOf(photos), label);
    }

    /** As many designs as the template compares. */
    public static int designs(SetTemplate template) {
        return switch (template) {
            case DESIGN_PACK, OPTION_BOARD -> 3;
            case BEFORE_AFTER, CLIENT_CARD, DISCLOSURE, PRODUCT_PACK, THUMBNAILS -> 1;
        };
    }
}
