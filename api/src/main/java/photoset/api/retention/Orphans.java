package photoset.api.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.objects.ObjectStore;
import photoset.objects.StoredObject;
import photoset.workflows.SharedKeys;

/**
 * Deletes objects that belong to nobody, stretch by stretch. Two things stop it from wiping a bucket that is not, or no
 * longer, described by these records: the bucket names the deployment whose pictures it holds, and too large a share of
 * unknown jobs is never deleted.
 */
final class Orphans {
    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private final PacedStore store;
    private final OrphanRows rows;
    private final RetentionSettings settings;

    Orphans(PacedStore store, OrphanRows rows, RetentionSettings settings) {
        this.store = store;
        this.rows = rows;
        this.settings = settings;
    }

    /** Looks at one page beyond {@code after}; answers its last key, or null when it was the last page. */
    @Nullable
    String remove(@Nullable String after, Instant now) {
        var page = store.list("", after);
        var stretch = stretch(page, now);
        var delete = new ArrayList<>(stretch.late());
        boolean ours = isOurs(stretch.unknown().isEmpty() && (stretch.jobs() > 0 || page.isEmpty()));
        if (ours) {
            delete.addAll(tooOld(page, now));
        }
        boolean left = !ours || stretch.unknown().size() > settings.orphanShareMax() * stretch.jobs();
        if (!left) {
            delete.addAll(stretch.orphans());
        } else if (!stretch.orphans().isEmpty()) {
            complain(stretch, ours);
        }
        store.deleteAll(delete);
        rows.recordFindings(delete.size(), left ? stretch.orphans().size() : 0, after == null);
        return page.size() < ObjectStore.PAGE_MAX ? null : page.getLast().key();
    }

    /**
     * A stretch of the bucket beside the records.
     *
     * @param jobs how many have objects in it
     * @param unknown those of them without a row
     * @param orphans keys of objects of unknown jobs that are old enough
     * @param late keys of objects that came after their job's were deleted
     */
    private record Stretch(int jobs, Set<String> unknown, List<String> orphans, List<String> late) {}

    private Stretch stretch(List<StoredObject> page, Instant now) {
        var objects =
                page.stream().flatMap(object -> JobObject.of(object).stream()).toList();
        var jobs = objects.stream().map(JobObject::job).collect(Collectors.toSet());
        var known = rows.known(jobs);
        var stretch = new Stretch(jobs.size(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        for (JobObject object : objects) {
            OrphanRows.@Nullable Known job = known.get(object.job());
            if (job == null) {
                stretch.unknown().add(object.job());
                if (object.lastModified().isBefore(now.minus(settings.orphanAge()))) {
                    stretch.orphans().add(object.key());
                }
            } else if (isLate(object, job)) {
                stretch.late().add(object.key());
            }
        }
        return stretch;
    }

    /** Written by a worker that did not know that the job's objects were deleted. */
    private static boolean isLate(JobObject object, OrphanRows.Known job) {
        return "uploads".equals(object.area()) ? job.uploadsDeleted() : job.picturesDeleted();
    }

    private List<String> tooOld(List<StoredObject> page, Instant now) {
        var oldest = now.minus(settings.cacheAge());
        return page.stream()
                .filter(object -> object.lastModified().isBefore(oldest))
                .map(StoredObject::key)
                .filter(key -> SharedKeys.CACHES.contains(key.substring(0, Math.max(0, key.indexOf('/')))))
                .toList();
    }

    /** A bucket that nobody has claimed is claimed when nothing of a stranger was seen in it. */
    private boolean isOurs(boolean noStrangers) {
        var ours = rows.deployment();
        var owner = store.deployment();
        if (owner.isEmpty() && noStrangers) {
            store.claim(ours);
            owner = store.deployment();
        }
        return owner.filter(ours::equals).isPresent();
    }

    private void complain(Stretch stretch, boolean ours) {
        if (ours) {
            log.error(
                    "retention.too_many_orphans unknown={} jobs={} remedy={}",
                    stretch.unknown().size(),
                    stretch.jobs(),
                    "if the records are complete, raise photoset.retention.orphan-share-max until they are deleted");
        } else {
            log.error(
                    "retention.foreign_bucket unknown={} deployment={} object={} remedy={}",
                    stretch.unknown().size(),
                    rows.deployment(),
                    PacedStore.DEPLOYMENT,
                    "if the jobs are this deployment's, put its name into the object");
        }
    }
}
