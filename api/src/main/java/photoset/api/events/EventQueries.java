package photoset.api.events;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.sets.SetLimits;
import reactor.core.publisher.Mono;

/** Reads the events that the job store writes. */
@Component
@InRole(Role.WEB)
class EventQueries {
    private static final String READ = """
            select j.status, j.last_seq, exists (
                    select from job_sets s where s.job_id = j.id and not s.ended
                        and s.updated_at > now() - make_interval(secs => :open_s)) as composing,
                e.seq, e.type, e.payload from jobs j left join lateral (
                select seq, type, payload from job_events
                where job_id = j.id and seq > :after order by seq limit :n) e on true
            where j.id = :job order by e.seq
            """;

    private final DatabaseClient sql;

    EventQueries(DatabaseClient sql) {
        this.sql = sql;
    }

    /** Completes when the job is the user's; another's is {@link Problem#JOB_NOT_FOUND}. */
    Mono<JobId> owned(UserId user, JobId job) {
        return sql.sql("select 1 from jobs where id = :job and user_id = :user")
                .bind("job", job.value())
                .bind("user", user.value())
                .map(_ -> job)
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)));
    }

    /** The next events after that number. */
    Mono<EventPage> after(JobId job, long seq) {
        return sql.sql(READ)
                .bind("after", seq)
                .bind("n", EventPage.EVENTS_MAX)
                .bind("open_s", (double) SetLimits.OPEN_MAX.toSeconds())
                .bind("job", job.value())
                .map(row -> new Line(
                        event(row),
                        JobState.of(Columns.text(row, "status")),
                        Columns.number(row, "last_seq"),
                        Columns.flag(row, "composing")))
                .all()
                .collectList()
                .map(lines -> batch(lines, seq));
    }

    /** The number of the last event of each job that there is. */
    Mono<Map<String, Long>> lastOf(Collection<String> jobs) {
        return sql.sql("select id, last_seq from jobs where id = any(:jobs)")
                .bind("jobs", jobs.toArray(String[]::new))
                .map(row -> Map.entry(Columns.text(row, "id"), Columns.number(row, "last_seq")))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Line(EventPage.@Nullable Event event, JobState state, long lastSeq, boolean composing) {}

    private static EventPage batch(List<Line> lines, long after) {
        if (lines.isEmpty()) {
            return EventPage.GONE;
        }
        var job = lines.getLast();
        var events = lines.stream().map(Line::event).filter(Objects::nonNull).toList();
        long reached = events.isEmpty() ? after : events.getLast().seq();
        return new EventPage(events, job.state().isFinal() && !job.composing() && reached >= job.lastSeq());
    }

    private static EventPage.@Nullable Event event(Readable row) {
        return row.get("seq", Long.class) == null
                ? null
                : new EventPage.Event(
                        Columns.number(row, "seq"), Columns.text(row, "type"), Columns.text(row, "payload"));
    }
}
