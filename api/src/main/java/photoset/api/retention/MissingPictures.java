package photoset.api.retention;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.objects.ObjectStore;
import photoset.objects.StoredObject;
import photoset.workflows.ObjectKeys;

/** Looks whether what was delivered is still there, and marks what is not. Every call blocks. */
final class MissingPictures {
    private static final Logger log = LoggerFactory.getLogger(MissingPictures.class);

    private static final String JOBS = """
            select id, user_id from jobs j
            where id > :after and pictures = 'kept' and ended
                and exists (select from job_pictures where job_id = j.id)
            order by id limit :n
            """;

    private static final String MARK = """
            update job_pictures p
            set missing_since = case when output_key = any(:there) then null else coalesce(missing_since, now()) end
            from jobs j where p.job_id = :job and j.id = p.job_id and j.pictures = 'kept'
                and (output_key = any(:there)) = (missing_since is not null)
            """;

    private final PacedStore store;
    private final DatabaseClient sql;

    MissingPictures(PacedStore store, DatabaseClient sql) {
        this.store = store;
        this.sql = sql;
    }

    /** Looks at some jobs beyond {@code after}; answers the last one, or null when there was none left. */
    @Nullable
    String find(@Nullable String after, int max) {
        var jobs = jobs(after == null ? "" : after, max);
        jobs.forEach(this::look);
        return jobs.size() < max ? null : jobs.getLast().job().value();
    }

    private List<ObjectKeys> jobs(String after, int max) {
        return Objects.requireNonNull(sql.sql(JOBS)
                .bind("after", after)
                .bind("n", max)
                .map(DueRows::keys)
                .all()
                .collectList()
                .block(DueRows.STATEMENT_MAX));
    }

    private void look(ObjectKeys keys) {
        Set<String> there = new HashSet<>();
        List<StoredObject> page = List.of();
        do {
            page = store.list(
                    keys.outputs(), page.isEmpty() ? null : page.getLast().key());
            page.forEach(object -> there.add(object.key()));
        } while (page.size() == ObjectStore.PAGE_MAX);
        long changed = Objects.requireNonNull(sql.sql(MARK)
                .bind("there", there.toArray(String[]::new))
                .bind("job", keys.job().value())
                .fetch()
                .rowsUpdated()
                .block(DueRows.STATEMENT_MAX));
        if (changed > 0) {
            log.warn("retention.pictures_missing_or_back job={} pictures={}", keys.job(), changed);
        }
    }
}
