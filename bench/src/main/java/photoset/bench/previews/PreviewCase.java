package photoset.bench.previews;

import java.util.List;
import photoset.api.materials.Materials;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.imaging.Mask;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.SurfaceKind;

/**
 * One action on a scene where somebody would use it.
 *
 * @param behind whether it is laid on what is behind the scene's surface
 */
record PreviewCase(SceneKind scene, boolean behind, String name, ResolvedAction action) {
    static final String CONCEPT = "Surface";

    private static final int OPAQUE = 255;

    /** Every action, recolor from dark to light and back too, textures with pieces and without. */
    static List<PreviewCase> all() {
        var materials = new Materials();
        return List.of(
                on(SceneKind.WALL, "recolor sage", new ResolvedAction.Recolor(CONCEPT, "#9caf88", 1)),
                on(SceneKind.SATIN_WALL, "recolor navy", new ResolvedAction.Recolor(CONCEPT, "#1f3a5f", 1)),
                on(SceneKind.PRODUCT, "recolor cream", new ResolvedAction.Recolor(CONCEPT, "#f4efe4", 1)),
                on(SceneKind.WALL, "tone", new ResolvedAction.Tone(CONCEPT, .4, 1.15, 500, 0, 1.2, 0)),
                on(SceneKind.SATIN_WALL, "tone gloss", new ResolvedAction.Tone(CONCEPT, 0, 1, 0, 0, 1, .5)),
                on(SceneKind.FLOOR, "texture oak", texture(materials, "oak_a", SurfaceKind.FLOOR)),
                on(SceneKind.WALL, "texture matte", texture(materials, "white_matte", SurfaceKind.WALL)),
                new PreviewCase(
                        SceneKind.PRODUCT,
                        true,
                        "background white",
                        new ResolvedAction.Background(CONCEPT, "#ffffff", 1)),
                on(SceneKind.PRODUCT, "blur", new ResolvedAction.Blur(CONCEPT, .5)));
    }

    private static PreviewCase on(SceneKind scene, String name, ResolvedAction action) {
        return new PreviewCase(scene, false, name, action);
    }

    private static ResolvedAction texture(Materials materials, String id, SurfaceKind surface) {
        return new ResolvedAction.Texture(CONCEPT, materials.drawn(id).orElseThrow(), 1, List.of(), 1, 0, surface);
    }

    /** Where the action goes, as a segmenter that never errs would say. */
    Mask mask(Scene of) {
        var surface = of.mask();
        if (!behind) {
            return surface;
        }
        byte[] levels = new byte[surface.levels().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (OPAQUE - surface.at(i));
        }
        return new Mask(surface.width(), surface.height(), levels);
    }
}
