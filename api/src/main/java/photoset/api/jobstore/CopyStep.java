package photoset.api.jobstore;

import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.SegmentationLimits;
import reactor.core.publisher.Mono;

/**
 * A job that takes the photos of another one gets its rows of masks, own masks, instances and names. The objects were copied
 * with the photos; the other job's stay as long as this one is {@code created}.
 */
final class CopyStep {
    private static final String SQL = """
            with job as (
                select id, user_id, source_job_id from jobs
                where id = :job and status = 'created' and source_job_id is not null for update),
            pair as (
                select job.id, mine.idx, job.source_job_id as source, theirs.idx as from_idx,
                    'masks/' || user_id || '/' || job.id || '/' || mine.idx || '/' as place,
                    'masks/' || user_id || '/' || job.source_job_id || '/' || theirs.idx || '/' as from_place
                from job join job_items mine on mine.job_id = job.id
                    join job_items theirs on theirs.job_id = job.source_job_id and theirs.input_key = mine.upload_key),
            found as (
                insert into job_found
                select p.id, p.idx, f.concept, f.model, replace(f.mask_key, from_place, place), f.area, f.instances,
                    f.score, f.surface
                from pair p join job_found f on (f.job_id, f.idx) = (p.source, p.from_idx) on conflict do nothing),
            own as (
                insert into job_masks (
                    job_id, idx, concept, version, mask_key, area, upload_etag, created_at, removed_at)
                select p.id, p.idx, m.concept, m.version, replace(m.mask_key, from_place, place), m.area, m.upload_etag,
                    m.created_at, m.removed_at
                from pair p join job_masks m on (m.job_id, m.idx) = (p.source, p.from_idx) on conflict do nothing),
            instance as (
                insert into job_instances (
                    job_id, idx, concept, label, instance_id, score, box_x, box_y, box_w, box_h, area, version)
                select p.id, p.idx, i.concept, i.label, i.instance_id, i.score, i.box_x, i.box_y, i.box_w, i.box_h,
                    i.area, i.version
                from pair p join job_instances i on (i.job_id, i.idx) = (p.source, p.from_idx) on conflict do nothing),
            named as (
                insert into job_instance_names (job_id, instance_id, name)
                select job.id, n.instance_id, n.name from job join job_instance_names n on n.job_id = job.source_job_id
                on conflict do nothing),
            known as (
                select distinct p.id, p.idx, f.concept
                from pair p join job_found f on (f.job_id, f.idx) = (p.source, p.from_idx)),
            sought as (
                insert into job_concepts select distinct id, concept from known limit :concepts_max
                on conflict do nothing),
            photo as (
                update job_items i set segmentation = 'done'
                from (select distinct id, idx from known) k where (i.job_id, i.idx) = (k.id, k.idx))
            update jobs j set segmentation = 'done' from job where j.id = job.id and exists (select from known)
            """;

    private final DatabaseClient sql;

    CopyStep(DatabaseClient sql) {
        this.sql = sql;
    }

    Mono<Long> run(JobId job) {
        return sql.sql(SQL)
                .bind("job", job.value())
                .bind("concepts_max", SegmentationLimits.CONCEPTS_MAX)
                .fetch()
                .rowsUpdated();
    }
}
