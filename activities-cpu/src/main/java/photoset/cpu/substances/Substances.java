package photoset.cpu.substances;

import photoset.cpu.dyes.Dye;
import photoset.cpu.noise.Extent;
import photoset.workflows.rendering.Material;

/** The dye for each substance. */
public final class Substances {
    private Substances() {}

    /** Prepares the fields that a material's dye reads. */
    public static Dye of(Material material, Extent extent) {
        var stuff = new Stuff(material, extent);
        return switch (material.recipe().substance()) {
            case PAINT -> new Coating(stuff, Coating.ROLLER);
            case GLAZE -> new Coating(stuff, Coating.GLAZE);
            case CONCRETE -> new Coating(stuff, Coating.CAST);
            case ZELLIGE -> new Zellige(stuff);
            case CLAY -> new Clay(stuff);
            case WOOD -> new Wood(stuff);
            case MARBLE -> new Marble(stuff);
            case GRANITE -> new Grains(stuff, false);
            case TERRAZZO -> new Grains(stuff, true);
            case SLATE -> new Layers(stuff, false);
            case TRAVERTINE -> new Layers(stuff, true);
            case WEAVE -> new Weave(stuff);
            case FELT -> new Fibres(stuff, Fibres.FELT);
            case VELVET -> new Fibres(stuff, Fibres.VELVET);
            case BRUSHED -> new Fibres(stuff, Fibres.BRUSHED);
        };
    }
}
