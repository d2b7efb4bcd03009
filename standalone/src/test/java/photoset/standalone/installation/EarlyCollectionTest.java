package photoset.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In a JVM of its own with the collector and the bound of {@code ./photoset up}. */
class EarlyCollectionTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void planesOfPhotosDoNotWidenTheHeap() throws Exception {
        long without = megabytes("alone");
        long with = megabytes("collected");
        assertThat(without).isGreaterThan(1_200);
        // Three planes live and 400 MB of garbage, which makes 600. The JVM tells of it by a thread of its own;
        // where the machine is busy, some planes more are allocated before that thread runs.
        assertThat(with).isLessThan(1_100);
    }

    @Test
    void whatLivedAmidAnAlbumIsGivenUpAtRest() {
        try (var early = new EarlyCollection()) {
            float[][] planes = new float[6][Planes.PLANE];
            early.look();
            assertThat(Planes.used() / MEGABYTE).isGreaterThan(250);
            Arrays.fill(planes, null);
            early.look();
            assertThat(Planes.used() / MEGABYTE).isLessThan(150);
            long collections = collections();
            early.look();
            assertThat(collections()).as("at rest").isEqualTo(collections);
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Test
    void roomIsKeptWhilePhotosComeAndGivenBackAtRest() throws Exception {
        // 137 MB live: with 40 % free 229, with 20 % 172.
        assertThat(megabytes("busy", "-Xms100m", "-XX:-ShrinkHeapInSteps")).isGreaterThan(225);
        assertThat(megabytes("resting", "-Xms100m", "-XX:-ShrinkHeapInSteps")).isLessThan(180);
    }

    private static long megabytes(String how, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-XX:NewSize=24m"));
        command.addAll(List.of("-XX:MaxNewSize=192m", "-XX:SurvivorRatio=4"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Planes.class.getName(), how));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(told.strip());
    }

    /** Allocates what an album of large photos does. */
    static final class Planes {
        /** A plane of floats of a photo of 12 megapixels. */
        private static final int PLANE = 12_000_000;

        private static final int LIVE = 3;
        private static final int PLANES = 120;

        public static void main(String[] how) {
            switch (how[0]) {
                case "busy" -> look(1);
                case "resting" -> look(2);
                default -> allocate(how[0].equals("collected") ? new EarlyCollection() : null);
            }
        }

        /** Looked at twice, a process that allocates nothing is at rest. */
        private static void look(int times) {
            var live = new float[LIVE][PLANE];
            try (var early = new EarlyCollection()) {
                for (int i = 0; i < times; i++) {
                    early.look();
                }
                System.out.println(committed() / MEGABYTE);
            } finally {
                Reference.reachabilityFence(live);
            }
        }

        private static void allocate(@Nullable EarlyCollection early) {
            var live = new ArrayDeque<float[]>();
            for (int i = 0; i < PLANES; i++) {
                live.add(new float[PLANE]);
                if (live.size() > LIVE) {
                    live.remove();
                }
            }
            if (early != null) {
                early.close();
            }
            System.out.println(committed() / MEGABYTE);
        }

        /** With the JVM's own shares of free room next to nothing is given back meanwhile. */
        private static long committed() {
            return old(MemoryUsage::getCommitted);
        }

        private static long used() {
            return old(MemoryUsage::getUsed);
        }

        private static long old(ToLongFunction<MemoryUsage> told) {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(told)
                    .sum();
        }
    }
}
