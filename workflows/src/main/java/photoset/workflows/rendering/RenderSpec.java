package photoset.workflows.rendering;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import photoset.workflows.segmentation.InstanceRef;

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
 * @param exclude instances of the photo that no action touches
 * @param lock instances of the photo that are protected like a concept
 */
public record RenderSpec(
        String variant,
        List<ResolvedAction> actions,
        List<String> protect,
        OutputFormat format,
        boolean watermarked,
        EdgeMode edges,
        boolean keepProfile,
        List<InstanceRef> exclude,
        List<InstanceRef> lock) {
    /** A rule for all instances alike. */
    public RenderSpec(
            String variant,
            List<ResolvedAction> actions,
            List<String> protect,
            OutputFormat format,
            boolean watermarked,
            EdgeMode edges,
            boolean keepProfile) {
        this(variant, actions, protect, format, watermarked, edges, keepProfile, List.of(), List.of());
    }

    /** The same rule with these instances left out and locked. */
    public RenderSpec choosing(List<InstanceRef> excluded, List<InstanceRef> locked) {
        return new RenderSpec(variant, actions, protect, format, watermarked, edges, keepProfile, excluded, locked);
    }

    /** The same rule for a look at it: always watermarked, and never in the photo's own colours. */
    public RenderSpec asPreview() {
        return new RenderSpec(variant, actions, protect, OutputFormat.JPEG, true, edges, false, exclude, lock);
    }

    /** Who is in a photo, where a segmenter finds people. */
    public static final String PEOPLE = "Person";

    /** Whether people are left as they are and not copied from, since something is removed; their mask is used if there is one. */
    public boolean shunsPeople() {
        return actions.stream().anyMatch(ResolvedAction.Remove.class::isInstance)
                && actions.stream().noneMatch(action -> action.concept().equals(PEOPLE));
    }

    /** Every concept whose mask is needed. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>(protect);
        actions.forEach(action -> named.add(action.concept()));
        lock.forEach(instance -> named.add(instance.concept()));
        return named;
    }
}
