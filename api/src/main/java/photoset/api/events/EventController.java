package photoset.api.events;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import photoset.api.auth.Caller;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class EventController {
    /** A number of an event; no job comes near the end of it. */
    private static final String SEQ = "^[0-9]{1,18}$";

    private final EventQueries queries;
    private final JobEventPoller poller;
    private final EventSettings settings;
    private final OpenStreams streams;

    EventController(EventQueries queries, JobEventPoller poller, EventSettings settings, OpenStreams streams) {
        this.queries = queries;
        this.poller = poller;
        this.settings = settings;
        this.streams = streams;
    }

    @Refuses(Problem.JOB_NOT_FOUND)
    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events, and comments that keep the connection alive",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE))
    @Operation(
            operationId = "followJob",
            summary = "Follow a job: item, progress, segmentation, status and set events; ends after the final status,"
                    + " when no set is composed")
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> events(
            Caller caller,
            @PathVariable String id,
            @Schema(pattern = SEQ) @RequestHeader(name = "Last-Event-ID", required = false) @Nullable
                    String lastEventId,
            @Schema(pattern = SEQ) @RequestParam(name = "last_event_id", required = false) @Nullable
                    String lastEventIdParam) {
        long after = seq(lastEventId == null ? lastEventIdParam : lastEventId);
        return queries.owned(caller.user(), JobId.of(id).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND)))
                .map(job -> ResponseEntity.ok()
                        .header("Cache-Control", "no-cache")
                        // nginx would keep events back until its buffer is full.
                        .header("X-Accel-Buffering", "no")
                        .body(streams.counted(caller.user(), stream(job, after))));
    }

    private Flux<ServerSentEvent<String>> stream(JobId job, long after) {
        var cursor = new AtomicLong(after);
        // Joined before the first look, so that nothing is missed between the two.
        var events = Flux.merge(1, poller.news(job), Flux.just(after))
                .concatMap(_ -> unread(job, cursor), 1)
                .takeUntil(EventPage::last)
                .concatMapIterable(EventPage::events, 1)
                .map(EventController::sent);
        var beats = Flux.interval(settings.heartbeatEvery())
                .onBackpressureDrop()
                .map(_ ->
                        ServerSentEvent.<String>builder().comment("still here").build());
        return events.publish(shared -> Flux.merge(shared, beats.takeUntilOther(shared.ignoreElements())), 1)
                .take(settings.streamLifetime());
    }

    private Flux<EventPage> unread(JobId job, AtomicLong cursor) {
        return next(job, cursor).expand(batch -> batch.full() ? next(job, cursor) : Mono.empty());
    }

    private Mono<EventPage> next(JobId job, AtomicLong cursor) {
        return Mono.defer(() -> queries.after(job, cursor.get())).doOnNext(batch -> {
            if (!batch.events().isEmpty()) {
                cursor.set(batch.events().getLast().seq());
            }
        });
    }

    private static ServerSentEvent<String> sent(EventPage.Event event) {
        return ServerSentEvent.builder(event.payload())
                .id(Long.toString(event.seq()))
                .event(event.type())
                .build();
    }

    private static long seq(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return 0;
        }
        if (lastEventId.matches(SEQ)) {
            return Long.parseLong(lastEventId);
        }
        throw ApiException.because(
                Problem.VALIDATION_FAILED,
                Problem.VALIDATION_FAILED.sentence(),
                List.of(Detail.field("last_event_id", "must be the id of an event of this job")));
    }
}
