package photoset.api.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import photoset.api.text.DisplayName;
import photoset.workflows.job.Variant;

/** What can be told of a request's variants without looking at their rules. */
final class VariantValidator {
    /** A word that is safe in a key and fits on a tab. */
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,15}");

    /** Fits on a tab of the studio. */
    static final int NAME_CHARS_MAX = 40;

    private final Map<String, String> places = new HashMap<>();
    private final List<Detail> broken = new ArrayList<>();

    private VariantValidator() {}

    /** Everything that is wrong; nothing is when the request has no variants. */
    static List<Detail> broken(ExecuteRequest request) {
        var check = new VariantValidator();
        @Nullable List<@Nullable VariantRequest> variants = request.variants();
        if (variants != null) {
            check.refuseOutside(request);
            check.look(variants);
        }
        return check.broken;
    }

    private void refuseOutside(ExecuteRequest request) {
        if (request.concepts() != null) {
            broken.add(Detail.field("concepts", "belongs in each of the variants; leave it out here"));
        }
        if (request.ruleId() != null) {
            broken.add(Detail.field("rule_id", "belongs in a variant; leave it out here"));
        }
    }

    private void look(List<@Nullable VariantRequest> variants) {
        if (variants.isEmpty() || variants.size() > Variant.COUNT_MAX) {
            broken.add(Detail.field("variants", "must be 1 to " + Variant.COUNT_MAX + " variants"));
        }
        for (int i = 0; i < variants.size(); i++) {
            var place = place(i);
            @Nullable VariantRequest variant = variants.get(i);
            if (variant == null) {
                broken.add(Detail.field(place, "must be an object with an id and concepts or a rule_id"));
            } else {
                id(place, variant.id());
                name(place, variant.name());
            }
        }
    }

    private void id(String place, @Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            broken.add(Detail.field(place + ".id", "must be a lower-case letter, then up to 15 of a-z, 0-9 and _"));
            return;
        }
        @Nullable String taken = places.putIfAbsent(id, place);
        if (taken != null) {
            broken.add(Detail.field(place + ".id", "must be another one; " + taken + " has it"));
        }
    }

    private void name(String place, @Nullable String name) {
        if (name != null && !DisplayName.fits(name, NAME_CHARS_MAX)) {
            broken.add(Detail.field(place + ".name", "must have 1 to " + NAME_CHARS_MAX + " characters"));
        }
    }

    /** How a refusal names a variant. */
    static String place(int i) {
        return "variants[" + i + "]";
    }
}
