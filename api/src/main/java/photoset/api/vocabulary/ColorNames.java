package photoset.api.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import photoset.api.language.Language;
import photoset.api.presets.DataFiles;

/** What people call a color that has no name of its own. */
@Component
public final class ColorNames {
    private static final int HEX = 16;

    /** Those that have a name in both languages: the colors that people speak of. */
    private final List<NamedColor> colors = DataFiles.read("vocabulary/colors", NamedColor[].class).stream()
            .flatMap(Stream::of)
            .filter(color ->
                    !color.words().en().isEmpty() && !color.words().ko().isEmpty())
            .toList();

    /**
     * The name of the color that looks most like this one.
     *
     * @param hex {@code #rrggbb}
     */
    public String nearest(String hex, Language language) {
        var words = colors.stream()
                .min(Comparator.comparingDouble(color -> difference(hex, color.hex())))
                .orElseThrow()
                .words();
        return switch (language) {
            case EN -> capitalized(words.en().getFirst());
            case KO -> words.ko().getFirst();
        };
    }

    /** Compuphase's "redmean", near enough to CIELAB for a name. */
    private static double difference(String one, String other) {
        double mean = (channel(one, 0) + channel(other, 0)) / 2.0;
        double red = channel(one, 0) - channel(other, 0);
        double green = channel(one, 1) - channel(other, 1);
        double blue = channel(one, 2) - channel(other, 2);
        return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
    }

    private static int channel(String hex, int index) {
        return Integer.parseInt(hex, 1 + 2 * index, 3 + 2 * index, HEX);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
