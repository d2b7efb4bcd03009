package photoset.workflows.photos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The white point of an album: what its photos agree on, whatever one of them was taken under. */
public final class AlbumWhite {
    private static final int CHANNELS = 3;
    private static final int DIGITS = 2;
    private static final int HEX = 16;

    private AlbumWhite() {}

    /** The median of the photos' whites in each channel, {@code #rrggbb}; null if none of them was looked for. */
    public static @Nullable String of(Collection<PhotoRef> photos) {
        List<String> whites = new ArrayList<>();
        for (PhotoRef photo : photos) {
            @Nullable String white = photo.white();
            if (white != null) {
                whites.add(white);
            }
        }
        return median(whites);
    }

    /** The median of whites, each {@code #rrggbb}, in each channel; null if there is none. */
    public static @Nullable String median(List<String> whites) {
        if (whites.isEmpty()) {
            return null;
        }
        var hex = new StringBuilder("#");
        for (int channel = 0; channel < CHANNELS; channel++) {
            int from = 1 + channel * DIGITS;
            List<Integer> values = new ArrayList<>();
            for (String white : whites) {
                values.add(Integer.parseInt(white, from, from + DIGITS, HEX));
            }
            values.sort(null);
            hex.append("%02x".formatted(values.get(values.size() / 2)));
        }
        return hex.toString();
    }
}
