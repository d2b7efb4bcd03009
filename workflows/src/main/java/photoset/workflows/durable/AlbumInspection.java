package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.JobRefusal;
import photoset.workflows.job.JobRequest;
import photoset.workflows.photos.AlbumCheck;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.StoredUpload;

/**
 * Looks at what was uploaded: first whether all of it is there, which is cheap, then at the photos. A verdict of an album
 * stays as long as the same bytes lie there, so that a repeated confirmation decodes only what is new.
 */
final class AlbumInspection {
    private static final String MISSING =
            "Photos are missing. Upload them to their presigned URLs, then confirm again.";

    private final JobRequest request;
    private final Map<Integer, Known> known = new LinkedHashMap<>();

    AlbumInspection(JobRequest request) {
        this.request = request;
    }

    /** A verdict and the bytes that it is of. */
    private record Known(StoredUpload upload, Inspection verdict) {}

    /**
     * One verdict for each photo, none of them {@link Inspection.Changed} or {@link Inspection.Missing}; refuses when one is
     * missing or changes.
     */
    List<Inspection> verdicts() {
        var verdicts = request.photos().size() == 1 ? List.of(onlyVerdict()) : inspected(looked());
        refuse(
                idx -> verdicts.get(idx) instanceof Inspection.Changed,
                "Photos were sent again while they were checked. When all uploads have ended, confirm again.");
        return verdicts;
    }

    private Map<Integer, StoredUpload> looked() {
        var found = new LinkedHashMap<Integer, StoredUpload>();
        find().forEach(upload -> found.put(upload.idx(), upload));
        refuse(idx -> !found.containsKey(idx), MISSING);
        return found;
    }

    private List<Inspection> inspected(Map<Integer, StoredUpload> found) {
        List<Promise<Inspection>> checks = new ArrayList<>();
        for (DeclaredPhoto photo : request.photos()) {
            checks.add(Async.function(this::verdict, photo, found.get(photo.idx())));
        }
        Promise.allOf(checks).get();
        return checks.stream().map(Promise::get).toList();
    }

    /** Looks and inspects in one step: there is no other photo that may be missing, and it takes half the time. */
    private Inspection onlyVerdict() {
        var photo = request.photos().getFirst();
        try {
            var verdict = order(photo, null);
            refuse(_ -> verdict instanceof Inspection.Missing, MISSING);
            return verdict;
        } catch (ActivityFailure failure) {
            refuseIfCanceled(failure);
            var fault = PhotoFaults.of(failure);
            if (fault.code() == PhotoError.SERVICE_UNAVAILABLE) {
                throw unreachable();
            }
            return new Inspection.Broken(photo.idx(), fault);
        }
    }

    private void refuse(Predicate<Integer> broken, String message) {
        var some =
                request.photos().stream().map(DeclaredPhoto::idx).filter(broken).toList();
        if (!some.isEmpty()) {
            throw JobRefusal.UPLOAD_INCOMPLETE.because(message, some);
        }
    }

    private List<StoredUpload> find() {
        try {
            return ActivityStubs.inspection(
                            "look for %d uploads".formatted(request.photos().size()))
                    .find(new AlbumCheck(request.job(), request.photos()));
        } catch (ActivityFailure failure) {
            refuseIfCanceled(failure);
            throw unreachable();
        }
    }

    private static ApplicationFailure unreachable() {
        return JobRefusal.UPLOADS_UNREACHABLE.because("The uploads cannot be looked at now. Confirm again later.");
    }

    private Inspection verdict(DeclaredPhoto photo, StoredUpload upload) {
        @Nullable Known before = known.get(photo.idx());
        if (before != null && before.upload().equals(upload)) {
            return before.verdict();
        }
        try {
            var verdict = order(photo, upload);
            known.put(photo.idx(), new Known(upload, verdict));
            return verdict;
        } catch (ActivityFailure failure) {
            refuseIfCanceled(failure);
            return new Inspection.Broken(photo.idx(), PhotoFaults.of(failure));
        }
    }

    private Inspection order(DeclaredPhoto photo, @Nullable StoredUpload upload) {
        return ActivityStubs.inspection("inspect %d/%d"
                        .formatted(photo.idx() + 1, request.photos().size()))
                .inspect(new PhotoCheck(request.user(), request.job(), photo, upload));
    }

    private static void refuseIfCanceled(ActivityFailure failure) {
        if (failure.getCause() instanceof CanceledFailure) {
            throw JobRefusal.ALREADY_CANCELED.because("The job was canceled while its photos were checked.");
        }
    }
}
