package photoset.cpu.materials;

import photoset.cpu.noise.Extent;
import photoset.workflows.rendering.ResolvedMaterial;

/** Gives each place of a material its colour. One thread at a time. */
public interface Shader {
    /**
     * The colour of a place.
     *
     * @param rgb filled with red, green, blue as sRGB encodes them, about 0 to 1
     */
    void at(Spot spot, float[] rgb);

    /** Prepares the fields that a material's dye reads. */
    static Shader of(ResolvedMaterial material, Extent extent) {
        var stuff = new MaterialContext(material, extent);
        return switch (material.recipe().materialType()) {
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

    /** A place on one piece of a material; filled anew for each place, so that nothing is allocated. All in cm. */
    final class Spot {
        /** Place along and across the piece, from its corner. */
        public float along;

        public float across;

        /** The same within the raw material that the piece was cut from: another part of it for each piece. */
        public float x;

        public float y;

        /** Distance to the nearest edge of the piece; infinite on a seamless sheet. */
        public float edge;

        /** Random number of the piece. */
        public int id;
    }
}
