package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import photoset.api.execution.KnownInstances.Named;
import photoset.api.problem.Envelope.Detail;

/** What can be told of the instances that a request names without looking at the job. */
final class InstanceValidator {
    private InstanceValidator() {}

    /** Adds everything that is wrong. */
    static void look(ExecuteRequest execute, List<Detail> broken) {
        each(execute, (place, request) -> {
            list(place + "instances.exclude", request.exclude(), broken);
            list(place + "instances.lock", request.lock(), broken);
            var choice = request.choice();
            choice.exclude().stream()
                    .filter(choice.lock()::contains)
                    .forEach(id -> broken.add(
                            Detail.field(place + "instances.lock", "excludes and locks " + id + "; choose one")));
        });
    }

    /** Every id with the field that names it. */
    static List<Named> named(ExecuteRequest execute) {
        List<Named> named = new ArrayList<>();
        each(execute, (place, request) -> {
            request.choice().exclude().forEach(id -> named.add(new Named(place + "instances.exclude", id)));
            request.choice().lock().forEach(id -> named.add(new Named(place + "instances.lock", id)));
        });
        return named;
    }

    private interface Place {
        void look(String place, InstanceRequest request);
    }

    private static void each(ExecuteRequest execute, Place place) {
        @Nullable InstanceRequest all = execute.instances();
        if (all != null) {
            place.look("", all);
        }
        @Nullable List<@Nullable VariantRequest> variants = execute.variants();
        for (int i = 0; variants != null && i < variants.size(); i++) {
            @Nullable VariantRequest variant = variants.get(i);
            @Nullable InstanceRequest own = variant == null ? null : variant.instances();
            if (own != null) {
                place.look(VariantValidator.place(i) + ".", own);
            }
        }
    }

    private static void list(String field, @Nullable List<@Nullable String> ids, List<Detail> broken) {
        if (ids == null) {
            return;
        }
        if (ids.size() > InstanceRequest.IDS_MAX) {
            broken.add(Detail.field(field, "must be at most " + InstanceRequest.IDS_MAX + " ids"));
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            broken.add(Detail.field(field, "must be a list of ids such as Window-1"));
        }
    }
}
