package photoset.cpu.heic;

import photoset.workflows.photos.PhotoLimits;

/**
 * What libheif may take for one file, whatever its boxes say.
 *
 * @param pixels of any picture in it, before it is cropped
 * @param profileBytes of an embedded profile
 * @param memoryBytes of all its pictures together
 */
record HeicLimits(long pixels, int profileBytes, long memoryBytes) {
    /**
     * Tiles reach beyond the picture: 48 MP of an iPhone are 50.3 as tiles, and crops of other phones take off less than a
     * fifth. Twice the largest profile in use. The memory leaves half of a child to
     * Java; 48 MP of an iPhone take 0.3 GB.
     */
    static final HeicLimits USUAL = new HeicLimits(PhotoLimits.PIXELS_MAX * 5 / 4, 4 << 20, 1536L << 20);
}
