package photoset.api.jobstore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.jobstore.ItemEnd;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One photo ends: its credits are captured or released, and the next one starts in its place. */
final class PhotoStep {
    /** In place of an idx: nothing starts next. */
    private static final int NONE = -1;

    private static final String LOCK = """
            with job as (
                select id, user_id, item_credits, case retries when 0 then '' else ':retry:' || retries end as attempt
                from jobs where id = :job and status = 'running' and retries = :retry for update),
            """;

    private static final String DELIVER = """
            picture as (
                select * from jsonb_to_recordset(cast(:pictures as jsonb)) as p(
                    variant text, place int, output_key text, preview_key text, manifest_key text,
                    changed_pixels bigint)),
            photo as (
                update job_items i set status = 'done'
                from job where i.job_id = job.id and i.idx = :idx and not i.ended
                returning i.idx, jsonb_build_object('idx', i.idx, 'status', 'done') as news, 1 as done, 0 as failed, i.began_at),
            kept as (
                insert into job_pictures
                select id, idx, picture.* from job, photo, picture),
            account as (
                update credit_accounts a set held = a.held - job.item_credits, spent = a.spent + job.item_credits
                from job, photo where a.user_id = job.user_id),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'capture', item_credits, 'capture:' || id || ':' || idx || attempt from job, photo),
            """;

    private static final String FAIL = """
            photo as (
                update job_items i set status = 'failed', error_code = :code, error_message = :message
                from job where i.job_id = job.id and i.idx = :idx and not i.ended
                returning i.idx, jsonb_build_object('idx', i.idx, 'status', 'failed', 'error',
                    jsonb_build_object('code', i.error_code, 'message', i.error_message)) as news,
                    0 as done, 1 as failed, i.began_at),
            account as (
                update credit_accounts a
                set held = a.held - job.item_credits, available = a.available + job.item_credits
                from job, photo where a.user_id = job.user_id),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'release', item_credits, 'release:' || id || ':' || idx || attempt from job, photo),
            """;

    private static final String GO_ON = FoundRows.KEEP + """
            up_next as (
                update job_items i set status = 'running', began_at = now()
                from job, photo where i.job_id = job.id and i.idx = :next and i.status = 'pending'
                returning i.idx),
            started as (select count(*) as n from up_next),
            moved as (
                update jobs j set
                    work_seconds = j.work_seconds
                        + coalesce(cast(extract(epoch from now() - photo.began_at) as double precision), 0),
                    done_items = j.done_items + photo.done, failed_items = j.failed_items + photo.failed,
                    last_seq = j.last_seq + 2 + started.n, updated_at = now()
                from job, photo, started where j.id = job.id
                returning j.id, j.last_seq, j.done_items, j.failed_items, j.total_items)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq - 1 - n, 'item', news from moved, started, photo
            union all
            select id, last_seq - 1, 'item', jsonb_build_object('idx', idx, 'status', 'running') from moved, up_next
            union all
            select id, last_seq, 'progress', jsonb_build_object(
                'done', done_items, 'failed', failed_items, 'total', total_items) from moved
            """;

    private final DatabaseClient sql;
    private final JsonMapper json;

    PhotoStep(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Long> run(ItemEnd end) {
        return common(specific(end), end).fetch().rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec specific(ItemEnd end) {
        return switch (end) {
            case ItemEnd.Delivered(var _, var _, var _, var _, var pictures, var _, var _) ->
                sql.sql(LOCK + DELIVER + GO_ON).bind("pictures", json.writeValueAsString(kept(pictures)));
            case ItemEnd.Failed(var _, var _, var _, var _, var fault, var _) ->
                sql.sql(LOCK + FAIL + GO_ON).bind("code", fault.code().name()).bind("message", fault.message());
        };
    }

    private static List<Kept> kept(List<ItemEnd.Picture> pictures) {
        List<Kept> kept = new ArrayList<>();
        for (var picture : pictures) {
            var photo = picture.photo();
            kept.add(new Kept(
                    picture.variant(),
                    kept.size(),
                    photo.outputKey(),
                    photo.previewKey(),
                    photo.manifestKey(),
                    photo.changedPixels()));
        }
        return kept;
    }

    /** One row of {@code picture}; the names are its columns. */
    record Kept(
            String variant,
            int place,
            String output_key,
            String preview_key,
            String manifest_key,
            long changed_pixels) {}

    private DatabaseClient.GenericExecuteSpec common(DatabaseClient.GenericExecuteSpec spec, ItemEnd end) {
        @Nullable Integer next = end.upNext();
        return spec.bind("job", end.job().value())
                .bind("retry", end.retry())
                .bind("idx", end.idx())
                .bind("found", FoundRows.json(json, end.found()))
                .bind("next", next == null ? NONE : next);
    }
}
