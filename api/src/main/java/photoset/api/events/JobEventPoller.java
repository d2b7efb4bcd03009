package photoset.api.events;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells streams that their job has news. One statement looks for all of them: the cost does not grow with the clients of a
 * job, and no connection is kept aside, as LISTEN would need; NOTIFY would make all commits of the database wait in line.
 */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(EventSettings.class)
class JobEventPoller implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(JobEventPoller.class);

    private final Map<String, Watch> watched = new ConcurrentHashMap<>();
    private final Function<Collection<String>, Mono<Map<String, Long>>> lastOf;
    private final Disposable polling;

    @Autowired
    JobEventPoller(EventQueries events, EventSettings settings) {
        this(events::lastOf, Flux.interval(settings.pollEvery()));
    }

    /**
     * A poller of its own.
     *
     * @param lastOf the number of the last event of each job that there is
     * @param ticks when to look
     */
    JobEventPoller(Function<Collection<String>, Mono<Map<String, Long>>> lastOf, Flux<?> ticks) {
        this.lastOf = lastOf;
        this.polling = ticks.onBackpressureDrop().concatMap(_ -> look(), 1).subscribe();
    }

    private static final class Watch {
        private final Sinks.Many<Long> news = Sinks.many().multicast().directBestEffort();
        private int streams;
        private volatile long seq;
    }

    /** The number of the job's last event whenever it has changed; ends when the job is deleted. */
    Flux<Long> news(JobId job) {
        return Flux.defer(() -> join(job.value()).news.asFlux())
                .onBackpressureLatest()
                .doFinally(_ -> leave(job.value()));
    }

    private Watch join(String job) {
        return watched.compute(job, (_, there) -> {
            var watch = there == null ? new Watch() : there;
            watch.streams++;
            return watch;
        });
    }

    private void leave(String job) {
        watched.computeIfPresent(job, (_, watch) -> --watch.streams == 0 ? null : watch);
    }

    private Mono<Void> look() {
        if (watched.isEmpty()) {
            return Mono.empty();
        }
        // Who joins after the question is not in the answer, and that does not mean that the job is gone.
        var asked = Map.copyOf(watched);
        return lastOf.apply(asked.keySet())
                .doOnNext(last -> asked.forEach((job, watch) -> tell(watch, last.getOrDefault(job, -1L))))
                .doOnError(away -> log.warn(
                        "events.poll_failed failure={}", away.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }

    private static void tell(Watch watch, long seq) {
        if (seq < 0) {
            watch.news.tryEmitComplete();
        } else if (seq != watch.seq) {
            watch.seq = seq;
            watch.news.tryEmitNext(seq);
        }
    }

    @Override
    public void destroy() {
        polling.dispose();
    }
}
