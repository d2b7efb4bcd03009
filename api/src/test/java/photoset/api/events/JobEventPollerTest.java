package photoset.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.workflows.JobId;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The poller with a database that answers when the test says so. */
class JobEventPollerTest {
    private final List<Collection<String>> asked = new ArrayList<>();
    private final List<Sinks.One<Map<String, Long>>> answers = new ArrayList<>();
    private final Sinks.Many<Integer> ticks = Sinks.many().unicast().onBackpressureBuffer();
    private final JobEventPoller poller = new JobEventPoller(this::ask, ticks.asFlux());

    @AfterEach
    void close() {
        poller.destroy();
    }

    private Mono<Map<String, Long>> ask(Collection<String> jobs) {
        var answer = Sinks.<Map<String, Long>>one();
        asked.add(List.copyOf(jobs));
        answers.add(answer);
        return answer.asMono();
    }

    @Test
    void whoJoinsBetweenTheQuestionAndTheAnswerStaysAndIsAskedForNext() {
        var first = new Reader("job_1");
        tick();
        var late = new Reader("job_2");
        answer(Map.of("job_1", 3L));

        assertThat(asked).containsExactly(List.of("job_1"));
        assertThat(first.told).containsExactly(3L);
        assertThat(late.ended).as("its job is not gone").isFalse();

        tick();
        answer(Map.of("job_1", 3L, "job_2", 1L));
        assertThat(late.told).containsExactly(1L);
        assertThat(first.told).containsExactly(3L);
    }

    @Test
    void aStreamThatJoinsAnewUnderTheSameNameStaysToo() {
        new Reader("job_1").leave();
        var before = new Reader("job_1");
        tick();
        before.leave();
        var after = new Reader("job_1");
        answer(Map.of());

        assertThat(after.ended).isFalse();
    }

    @Test
    void aDeletedJobEndsItsStreams() {
        var gone = new Reader("job_1");
        tick();
        answer(Map.of());
        assertThat(gone.ended).isTrue();
    }

    private void tick() {
        ticks.tryEmitNext(1).orThrow();
    }

    private void answer(Map<String, Long> last) {
        answers.removeFirst().tryEmitValue(last).orThrow();
    }

    private final class Reader {
        final List<Long> told = new ArrayList<>();
        final AtomicBoolean ended = new AtomicBoolean();
        private final Disposable following;

        Reader(String job) {
            following = poller.news(new JobId(job))
                    .doOnComplete(() -> ended.set(true))
                    .subscribe(told::add);
        }

        void leave() {
            following.dispose();
        }
    }
}
