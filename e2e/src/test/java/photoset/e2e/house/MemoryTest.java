package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the sum of docs/operating.md, "Memory", for the worker that decodes and paints, as it is shipped. */
class MemoryTest {
    /** Peak of one rendering of 50 MP with alpha, measured. */
    private static final double HEAP_BYTES_A_SLOT = 1.5e9;

    /** Peak of a child with the worst file of 50 MP, measured. */
    private static final double CHILD_BYTES = 1e9;

    /** libvips, threads and code beside the heap, measured. */
    private static final double OUTSIDE_BYTES = .4e9;

    private static final double GIB = 1024 * 1024 * 1024;

    @Test
    void composeHasRoomForTheWorstPhotosInEverySlot() {
        var worker = after(Repository.read("docker-compose.yml"), "image: photoset-activities-cpu:");
        fits(number(worker, "PHOTOSET_CPU_SLOTS: \"(\\d+)\""), number(worker, "memory: (\\d+)g"));
    }

    @Test
    void theChartHasRoomForTheWorstPhotosInEverySlot() {
        var worker = after(Repository.read("helm/photoset/values.yaml"), "  activities-cpu:\n    replicas");
        fits(number(worker, "PHOTOSET_CPU_SLOTS: (\\d+)"), number(worker, "limits: \\{memory: (\\d+)Gi"));
    }

    private static void fits(int slots, int gibibytes) {
        double limit = gibibytes * GIB;
        double heap = limit * number(Repository.read("activities-cpu/Dockerfile"), "MaxRAMPercentage=(\\d+)") / 100;
        assertThat(heap).as("heap").isGreaterThanOrEqualTo(slots * HEAP_BYTES_A_SLOT);
        assertThat(limit).as("limit").isGreaterThanOrEqualTo(heap + OUTSIDE_BYTES + slots * CHILD_BYTES);
    }

    private static String after(String text, String start) {
        return text.substring(text.indexOf(start));
    }

    private static int number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
