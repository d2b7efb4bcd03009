package photoset.api.forecast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/**
 * Says when jobs will be done, in one statement that reads some columns of the jobs that are at work. Those of a plan with
 * a higher priority go before; those of the same take turns, photo by photo, so that of a long one as much goes before as
 * the own job has.
 */
@Component
@InRole(Role.WEB)
public class Forecasts {
    /** Jobs that are looked at; with more before it a job waits for hours, and nobody knows them to the minute. */
    private static final int JOBS_MAX = 1000;

    /** Seconds are told whole, so who asks several times in one gets the same. */
    private static final Duration SAME_FOR = Duration.ofSeconds(1);

    /** Jobs that somebody looks at, a small object each. */
    private static final int REMEMBERED_MAX = 10_000;

    private static final String PRIORITIES = Arrays.stream(Plan.values())
            .map(plan -> "\"%s\":%d".formatted(plan.id(), plan.priority()))
            .collect(Collectors.joining(",", "{", "}"));

    private static final String AT_WORK = """
            at_work as (
                select id, queued_at, cast(cast(:priorities as jsonb) ->> plan as int) as priority,
                    total_items - done_items - failed_items as open, item_credits, segmentation = 'done' as segmented
                from jobs where not ended and queued_at is not null order by queued_at limit :jobs_max),
            before as (
                select case when a.priority < me.priority then a.open
                        when a.priority = me.priority then least(a.open, me.open) else 0 end as items,
                    a.item_credits, a.segmented,
                    (a.priority, a.queued_at) < (me.priority, me.queued_at) as first
                from at_work a, me where a.id <> me.id),
            ahead as (
                select count(*) filter (where first) as jobs,
                    coalesce(sum(items) filter (where not segmented), 0) as segmentations,
                    coalesce(sum(items * item_credits), 0) as renderings from before)
            select me.*, ahead.jobs,
                cast(ahead.segmentations + me.segmentations as bigint) as all_segmentations,
                cast(ahead.renderings + me.renderings as bigint) as all_renderings,
                (select seconds from stage_times where stage = 'segmentation') as segmentation_s,
                (select seconds from stage_times where stage = 'rendering') as rendering_s
            from me, ahead
            """;

    private static final String JOB = """
            with me as (
                select j.id, j.queued_at, cast(cast(:priorities as jsonb) ->> j.plan as int) as priority,
                    j.queued_items - o.open as ended, o.open, j.item_credits, j.work_seconds,
                    case when j.segmentation = 'done' then 0 else o.open end as segmentations,
                    o.open * j.item_credits as renderings,
                    array(
                        select cast(extract(epoch from now() - i.began_at) as double precision) from job_items i
                        where i.job_id = j.id and i.status = 'running') as ages
                from jobs j, lateral (select j.total_items - j.done_items - j.failed_items as open) o
                where j.id = :job and not j.ended and j.queued_at is not null),
            """ + AT_WORK;

    private static final String WISH = """
            with me as (
                select '' as id, now() as queued_at, cast(cast(:priorities as jsonb) ->> :plan as int) as priority,
                    cast(:items as int) as open, cast(:segmentations as int) as segmentations,
                    cast(:renderings as int) as renderings),
            """ + AT_WORK;

    private final DatabaseClient sql;
    private final Cache<Moment, Forecast> recent;

    /** A job after one of its events. */
    private record Moment(JobId job, long seq) {}

    @Autowired
    Forecasts(DatabaseClient sql) {
        this(sql, Ticker.systemTicker());
    }

    Forecasts(DatabaseClient sql, Ticker clock) {
        this.sql = sql;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(SAME_FOR)
                .maximumSize(REMEMBERED_MAX)
                .ticker(clock)
                .build();
    }

    /** As {@link #of(JobId)}, up to a second old as long as {@code seq} is the number of the job's last event. */
    public Mono<Forecast> of(JobId job, long seq) {
        var moment = new Moment(job, seq);
        return Mono.defer(() -> {
            @Nullable Forecast known = recent.getIfPresent(moment);
            return known == null ? of(job).doOnNext(made -> recent.put(moment, made)) : Mono.just(known);
        });
    }

    /** Of a job; empty when it is neither queued nor running. */
    public Mono<Forecast> of(JobId job) {
        return asked(JOB)
                .bind("job", job.value())
                .map(row -> new Forecast(
                        1 + (int) Columns.number(row, "jobs"),
                        Workload.whole(pace(row).remainingSeconds())))
                .one();
    }

    /** What a call would cost, and take if it came now; {@code segments} says whether masks must be found for it. */
    public Mono<Quote> quote(Plan plan, int items, int variants, boolean segments) {
        return asked(WISH)
                .bind("plan", plan.id())
                .bind("items", items)
                .bind("segmentations", segments ? items : 0)
                .bind("renderings", items * variants)
                .map(row -> new Quote(
                        items,
                        variants,
                        items * variants,
                        Workload.whole(workload(row).seconds())))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec asked(String statement) {
        return sql.sql(statement).bind("priorities", PRIORITIES).bind("jobs_max", JOBS_MAX);
    }

    private static JobPace pace(Readable row) {
        var ages = List.of(Columns.value(row, "ages", Double[].class));
        return new JobPace(
                Columns.count(row, "ended"),
                Columns.count(row, "open") - ages.size(),
                ages,
                Columns.real(row, "work_seconds"),
                workload(row));
    }

    private static Workload workload(Readable row) {
        return new Workload(
                Columns.number(row, "all_segmentations"),
                Columns.number(row, "all_renderings"),
                row.get("segmentation_s", Double.class),
                row.get("rendering_s", Double.class));
    }
}
