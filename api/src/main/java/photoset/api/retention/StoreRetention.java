package photoset.api.retention;

import io.temporal.spring.boot.ActivityImpl;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.retention.Retention;

/** The steps of a round, between the records and the store. */
@Component
@InRole(Role.JOBS)
@EnableConfigurationProperties(RetentionSettings.class)
@ActivityImpl(taskQueues = TaskQueues.JOBS)
public final class StoreRetention implements Retention {
    /** Marked in one statement; more wait for the next round. */
    private static final int EXPIRED_MAX = 1000;

    private final DueRows due;
    private final PacedStore store;
    private final Orphans orphans;
    private final MissingPictures missing;
    private final RetentionSettings settings;

    StoreRetention(DatabaseClient sql, ObjectStore store, RetentionSettings settings) {
        this.due = new DueRows(sql);
        this.store = new PacedStore(store, settings.requestsPerSecond());
        this.orphans = new Orphans(this.store, new OrphanRows(sql), settings);
        this.missing = new MissingPictures(this.store, sql);
        this.settings = settings;
    }

    @Override
    public int expire(Instant now) {
        return due.expire(now, EXPIRED_MAX);
    }

    @Override
    public boolean deletePictures() {
        return eachOf(due.pictures(settings.jobsMax()), keys -> {
            keys.prefixes().forEach(store::deleteAll);
            due.recordPicturesDeleted(keys.job());
        });
    }

    @Override
    public boolean deletePreviews(Instant now) {
        var gone = due.previews(now, ObjectStore.PAGE_MAX);
        store.deleteAll(gone.stream().map(DueRows.DuePreview::key).toList());
        due.recordPreviewsDeleted(gone, now);
        return gone.size() == ObjectStore.PAGE_MAX;
    }

    @Override
    public boolean deleteUploads(Instant now) {
        return eachOf(due.uploads(now.minus(settings.uploadAge()), settings.jobsMax()), keys -> {
            store.deleteAll(keys.uploads());
            due.recordUploadsDeleted(keys.job());
        });
    }

    /** Whether it was as many as one step takes, so that there may be more. */
    private boolean eachOf(List<ObjectKeys> jobs, Consumer<ObjectKeys> deletion) {
        jobs.forEach(deletion);
        return jobs.size() == settings.jobsMax();
    }

    @Override
    public @Nullable String removeOrphans(@Nullable String after, Instant now) {
        @Nullable String reached = after;
        for (int page = 0; page < settings.pagesMax(); page++) {
            reached = orphans.remove(reached, now);
            if (reached == null) {
                return null;
            }
        }
        return reached;
    }

    @Override
    public @Nullable String findMissing(@Nullable String after) {
        return missing.find(after, settings.jobsMax());
    }
}
