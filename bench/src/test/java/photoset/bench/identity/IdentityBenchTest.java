package photoset.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityBenchTest {
    /** Some 1,200 instances in 240 photos; of fewer albums the recall differs by a tenth from set to set. */
    private static final int ALBUMS = 24;

    @Test
    void theSameThingGetsTheSameNameInRoomsThatTheWeightsWereNotFittedOn() {
        var pairs = IntStream.range(0, ALBUMS)
                .parallel()
                .mapToObj(i -> IdentityBench.album(IdentityBench.SEED + i, InstanceSource::truth))
                .flatMap(album -> album.judged().values().stream())
                .reduce(PairCounts.NONE, PairCounts::plus);

        assertThat(pairs.right()).isGreaterThan(400);
        assertThat(pairs.precision()).as("%s", pairs).isGreaterThanOrEqualTo(IdentityBench.PRECISION_MIN);
        assertThat(pairs.recall()).as("%s", pairs).isGreaterThanOrEqualTo(IdentityBench.RECALL_MIN);
    }
}
