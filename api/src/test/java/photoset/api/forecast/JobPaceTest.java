package photoset.api.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Albums on a clock of their own: what the job says while it runs, and what became of it. */
class JobPaceTest {
    private static final Workload UNKNOWN = new Workload(1, 1, null, null);

    /** A photo in the timetable of an album. */
    private record Turn(double began, double ended) {}

    @ParameterizedTest(name = "{0} photos, {1} at once, seed {2}")
    @CsvSource({
        "30, 2, 1",
        "30, 2, 2",
        "30, 2, 3",
        "30, 16, 4",
        "30, 16, 5",
        "200, 16, 6",
        "200, 16, 7",
        "10, 2, 8",
        "10, 2, 9"
    })
    void isRightWithinAFactorOfTwoWhilePhotosWait(int photos, int atOnce, int seed) {
        var album = album(photos, atOnce, new Random(seed));
        double end = album.stream().mapToDouble(Turn::ended).max().orElseThrow();
        int asked = 0;
        for (Turn turn : album) {
            double now = turn.ended();
            var pace = pace(album, now);
            if (pace.pending() > 0) {
                asked++;
                assertThat(pace.remainingSeconds())
                        .as("at %s of %s", now, end)
                        .isBetween((end - now) / 2, (end - now) * 2);
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(photos - 2 * atOnce);
    }

    /** Photos of 2 to 6 seconds, the next one wherever a place becomes free. */
    private static List<Turn> album(int photos, int atOnce, Random random) {
        var free = new TreeMap<Double, Integer>();
        free.put(0.0, atOnce);
        List<Turn> album = new ArrayList<>();
        for (int photo = 0; photo < photos; photo++) {
            double began = free.firstKey();
            free.merge(began, -1, Integer::sum);
            free.remove(began, 0);
            double ended = began + 2 + 4 * random.nextDouble();
            free.merge(ended, 1, Integer::sum);
            album.add(new Turn(began, ended));
        }
        return album;
    }

    private static JobPace pace(List<Turn> album, double now) {
        var ended = album.stream().filter(turn -> turn.ended() <= now).toList();
        var ages = album.stream()
                .filter(turn -> turn.began() <= now && turn.ended() > now)
                .map(turn -> now - turn.began())
                .toList();
        double took =
                ended.stream().mapToDouble(turn -> turn.ended() - turn.began()).sum();
        return new JobPace(ended.size(), album.size() - ended.size() - ages.size(), ages, took, UNKNOWN);
    }

    @Test
    void beforeAPhotoHasEndedItIsAsFastAsTheInstallationWas() {
        var ahead = new Workload(10, 30, 2.0, 0.5);
        assertThat(ahead.seconds()).isEqualTo(35);
        assertThat(new JobPace(0, 8, List.of(1.5, 3.0), 0, ahead).remainingSeconds())
                .isEqualTo(32);
        assertThat(new JobPace(0, 10, List.of(), 0, ahead).remainingSeconds()).isEqualTo(35);
        assertThat(new JobPace(0, 8, List.of(90.0), 0, ahead).remainingSeconds())
                .isZero();
    }

    @Test
    void whatWasNotMeasuredIsNotSaid() {
        assertThat(new JobPace(0, 10, List.of(), 0, UNKNOWN).remainingSeconds()).isNull();
        assertThat(new Workload(0, 4, null, 2.0).seconds()).isEqualTo(8);
        assertThat(new Workload(3, 0, 2.0, null).seconds()).isEqualTo(6);
        assertThat(Workload.whole(null)).isNull();
        assertThat(Workload.whole(0.0)).isEqualTo(1);
        assertThat(Workload.whole(1.2)).isEqualTo(2);
    }

    @Test
    void aPhotoThatTakesLongerThanTheOthersIsNotDoneYet() {
        assertThat(new JobPace(4, 0, List.of(100.0), 8, UNKNOWN).remainingSeconds())
                .isCloseTo(10.4, within(1e-9));
    }
}
