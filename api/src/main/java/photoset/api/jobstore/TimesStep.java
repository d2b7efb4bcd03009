package photoset.api.jobstore;

import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.jobstore.PhotoTimes;
import reactor.core.publisher.Mono;

/**
 * Adds what a photo took to what photos take. No part of the photo's own step: every photo of the installation writes the
 * same two rows, and a step that moves money waits for nobody else's job.
 */
final class TimesStep {
    /** Half of the mean is of the last three photos: soon right after a change, and calm while nothing changes. */
    private static final double WEIGHT = 0.2;

    private static final double MS_PER_SECOND = 1000;

    private static final String SQL = """
            with jobs_at_work as (
                select greatest(1, (select count(*) from jobs where not ended and queued_at is not null)
                    + (select count(*) from jobs where segmentation = 'running')) as n),
            measured as (
                select 'rendering' as stage, cast(:rendering as double precision) as seconds
                union all select 'segmentation', cast(:segmentation as double precision)
                order by stage)
            insert into stage_times (stage, seconds)
            select stage, seconds / n from measured, jobs_at_work where seconds > 0 order by stage
            on conflict (stage) do update set
                seconds = stage_times.seconds + :weight * (excluded.seconds - stage_times.seconds)
            """;

    private final DatabaseClient sql;

    TimesStep(DatabaseClient sql) {
        this.sql = sql;
    }

    Mono<Long> run(PhotoTimes times, int pictures) {
        double inFlight = Math.max(1, times.inFlight()) * MS_PER_SECOND;
        return sql.sql(SQL)
                .bind("segmentation", times.segmentationMs() / inFlight)
                .bind("rendering", times.renderingMs() / inFlight / Math.max(1, pictures))
                .bind("weight", WEIGHT)
                .fetch()
                .rowsUpdated();
    }
}
