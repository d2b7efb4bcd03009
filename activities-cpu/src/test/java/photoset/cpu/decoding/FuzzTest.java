package photoset.cpu.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import photoset.cpu.codec.HeicFiles;
import photoset.cpu.codec.Hostiles;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoRefused;
import photoset.workflows.photos.PhotoFormat;

/**
 * Broken files of every format through the children. {@code -Dphotoset.fuzz.files=2000} breaks 2,000 of each instead of
 * the few that every build can afford.
 */
class FuzzTest {
    private static final String FILES = "photoset.fuzz.files";
    private static final int FILES_USUALLY = 150;
    private static final int SEED = 20_261;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private static IsolatedCodec codec;

    @BeforeAll
    static void start() {
        codec = IsolatedCodec.find(null, null, new DecodingSettings(TIME_LIMIT, DataSize.ofGigabytes(3)));
    }

    @AfterAll
    static void stop() {
        codec.close();
    }

    /** How the files of one format ended. */
    private static final class Tally {
        private int decoded;
        private int refused;
        private int killed;
        private long longest;

        void read(byte[] file) {
            long start = System.nanoTime();
            try {
                assertThat(codec.read(file, Wanted.SRGB_AND_OWN).pixels().pixels())
                        .isPositive();
                decoded++;
            } catch (PhotoRefused broken) {
                assertThat(broken.fault().message()).as("what to do").containsPattern("(Send|Save|send|save) ");
                if (broken.getCause() instanceof DecoderLost) {
                    killed++;
                } else {
                    refused++;
                }
            }
            longest = Math.max(longest, System.nanoTime() - start);
        }

        @Override
        public String toString() {
            return "%d decoded, %d refused, %d killed, longest %d ms"
                    .formatted(decoded, refused, killed, longest / 1_000_000);
        }
    }

    private static Tally broken(List<byte[]> seeds) {
        var random = new Random(SEED);
        int files = Integer.getInteger(FILES, FILES_USUALLY);
        var tally = new Tally();
        for (int i = 0; i < files; i++) {
            tally.read(Mutation.any(seeds.get(i % seeds.size()), random));
        }
        assertThat(tally.decoded + tally.refused + tally.killed).isEqualTo(files);
        return tally;
    }

    @ParameterizedTest
    @EnumSource(PhotoFormat.class)
    void everyBrokenFileIsReadOrRefused(PhotoFormat format, TestReporter reporter) {
        List<byte[]> seeds = Hostiles.seeds(format);
        var tally = broken(seeds);
        reporter.publishEntry(format.name(), tally.toString());

        // The worker is still there and so is a child.
        for (byte[] seed : seeds) {
            if (codec.reads(format)) {
                assertThat(codec.read(seed).format()).isEqualTo(format);
            } else {
                assertThat(tally.decoded).isZero();
                assertThatThrownBy(() -> codec.read(seed)).hasMessageContaining("cannot read " + format.title());
            }
        }
    }

    /** Whole, they reach the decoder where the library has one; the last one reaches it in any case. */
    @Test
    void everyHeicOfNonsenseIsRefusedInWords(TestReporter reporter) {
        List<byte[]> seeds = HeicFiles.nonsense();
        var whole = new Tally();
        seeds.forEach(whole::read);
        var tally = broken(seeds);
        reporter.publishEntry("HEIC of nonsense", tally.toString());

        assertThat(whole.decoded).isZero();
        if (!codec.reads(PhotoFormat.HEIC)) {
            assertThat(whole.refused).isEqualTo(seeds.size());
            assertThat(tally.refused).isEqualTo(Integer.getInteger(FILES, FILES_USUALLY));
            for (byte[] seed : seeds.subList(0, seeds.size() - 1)) {
                assertThatThrownBy(() -> codec.read(seed))
                        .hasMessageContaining("cannot read HEIC")
                        .hasMessageContaining("Send a JPEG");
            }
        }
    }
}
