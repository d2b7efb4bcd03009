package photoset.api.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.UserId;
import reactor.core.publisher.Flux;

/** Counts the streams of this process, all of them and each user's, so that one account cannot take every place. */
@Component
@InRole(Role.WEB)
class OpenStreams {
    /** One of the others may end meanwhile; a client that comes back at once would only be refused again. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final EventSettings settings;
    private final Semaphore places;
    private final Map<UserId, Integer> users = new ConcurrentHashMap<>();

    OpenStreams(EventSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.streamsMax());
    }

    /**
     * The stream, counted while somebody follows it. Refuses with {@link Problem#RATE_LIMITED} when the user has as many as
     * one may have, with {@link Problem#UNAVAILABLE} when the process has.
     */
    <T> Flux<T> counted(UserId user, Flux<T> stream) {
        return Flux.using(() -> new Place(user), _ -> stream, Place::leave);
    }

    /** One stream's. */
    private final class Place {
        private final UserId user;

        Place(UserId user) {
            this.user = user;
            users.compute(user, (_, there) -> {
                int streams = there == null ? 0 : there;
                if (streams == settings.streamsPerUserMax()) {
                    throw ApiException.forNow(
                            Problem.RATE_LIMITED,
                            "The account follows %d jobs already; close a stream first."
                                    .formatted(settings.streamsPerUserMax()),
                            RETRY_AFTER);
                }
                if (!places.tryAcquire()) {
                    throw ApiException.forNow(
                            Problem.UNAVAILABLE, "Too many streams are open here; try again later.", RETRY_AFTER);
                }
                return streams + 1;
            });
        }

        void leave() {
            users.computeIfPresent(user, (_, streams) -> streams == 1 ? null : streams - 1);
            places.release();
        }
    }
}
