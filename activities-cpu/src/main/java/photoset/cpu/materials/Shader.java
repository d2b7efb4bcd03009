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

    /** Prepares the fields that a material's shader reads. */
    static Shader of(ResolvedMaterial resolved, Extent extent) {
        var material = new MaterialContext(resolved, extent);
        return switch (resolved.recipe().materialType()) {
            case PAINT -> new Coating(material, Coating.ROLLER);
            case GLAZE -> new Coating(material, Coating.GLAZE);
            case CONCRETE -> new Coating(material, Coating.CAST);
            case ZELLIGE -> new Zellige(material);
            case CLAY -> new Clay(material);
            case WOOD -> new Wood(material);
            case MARBLE -> new Marble(material);
            case GRANITE -> new Grains(material, false);
            case TERRAZZO -> new Grains(material, true);
            case SLATE -> new Layers(material, false);
            case TRAVERTINE -> new Layers(material, true);
            case WEAVE -> new Weave(material);
            case FELT -> new Fibres(material, Fibres.FELT);
            case VELVET -> new Fibres(material, Fibres.VELVET);
            case BRUSHED -> new Fibres(material, Fibres.BRUSHED);
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
