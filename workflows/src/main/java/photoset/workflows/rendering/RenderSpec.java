package photoset.workflows.rendering;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rule of one variant, ready for the renderer.
 *
 * @param variant the variant's id, part of the keys
 * @param actions in order; where two claim a pixel the later wins
 * @param protect concept ids that win over every action
 * @param format the file format of the result
 * @param watermarked whether the painted area carries the watermark
 * @param edges how the masks' edges are made
 * @param keepProfile whether the result is in the photo's own RGB space and carries its profile
 */
public record RenderSpec(
        String variant,
        List<ResolvedAction> actions,
        List<String> protect,
        OutputFormat format,
        boolean watermarked,
        EdgeMode edges,
        boolean keepProfile) {
    /** Every concept whose mask is needed. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>(protect);
        actions.forEach(action -> named.add(action.concept()));
        return named;
    }
}
