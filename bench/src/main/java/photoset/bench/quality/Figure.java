package photoset.bench.quality;

/** What is measured of a repainted picture; the names are the columns of the report. */
enum Figure {
    /** CIEDE2000 to the truth inside the surface. */
    MEDIAN("median"),
    P95("p95"),
    /** Its mean in the cast shadow, in the sheen. */
    SHADOW("shadow"),
    HIGHLIGHT("sheen"),
    /** Its 95th percentile where a pixel shows the surface and what is beside it. */
    HALO("halo"),
    /** Correlation of the gradients of L* with the photo's, as a share of the truth's: sheen and bytes change it too. */
    CORRELATION("corr"),
    /** Standard deviation of log luminance, as a share of the truth's. */
    CONTRAST("contr"),
    /** Noise of L* as a multiple of the photo's. */
    NOISE("noise"),
    /** Per cent of the surface that is black or burnt out in some channel where the truth is not. */
    CLIPPING("clip%"),
    /** Changed pixels under protect, and under no mask. */
    IN_PROTECT("prot"),
    OUTSIDE("outs");

    private final String column;

    Figure(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    boolean isCount() {
        return this == IN_PROTECT || this == OUTSIDE;
    }
}
