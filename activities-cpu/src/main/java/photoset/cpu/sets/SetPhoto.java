package photoset.cpu.sets;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** A photo of the job, delivered or not. */
public sealed interface SetPhoto {
    /** Its index in the job, from 0. */
    int idx();

    /** What it is called; may be empty. */
    String name();

    /** How people count. */
    default int number() {
        return idx() + 1;
    }

    /**
     * A photo with its results.
     *
     * @param original reads the photo as it was, upright sRGB
     * @param designs in the order of the job's variants; at least one
     * @param masks reads what was found, by concept; of the photo's shape, at any size
     * @param link where the original can be seen; null if nowhere
     */
    record Delivered(
            int idx,
            String name,
            Supplier<Raster> original,
            List<Design> designs,
            Map<String, Supplier<Mask>> masks,
            @Nullable URI link)
            implements SetPhoto {
        public Delivered {
            designs = List.copyOf(designs);
            // In one order, so that the same order gives the same set.
            masks = new TreeMap<>(masks);
            if (designs.isEmpty()) {
                throw new SetOrderRefused("Photo %d has no result. Give it as a failed one.".formatted(idx + 1));
            }
        }
    }

    /**
     * A photo that was not delivered.
     *
     * @param reason a sentence for people
     */
    record Failed(int idx, String name, String reason) implements SetPhoto {}
}
