package photoset.cpu.products;

/** The eight sizes of small pictures that shops, lists and advertisements ask for; docs/sets.md says who. */
public enum ThumbnailSize {
    SQUARE_LARGE("square-2048", 2048, 2048),
    SQUARE_ZOOM("square-1600", 1600, 1600),
    SQUARE_LIST("square-1000", 1000, 1000),
    SQUARE_SMALL("square-640", 640, 640),
    FEED("portrait-1080x1350", 1080, 1350),
    STORY("story-1080x1920", 1080, 1920),
    LINK("link-1200x628", 1200, 628),
    LANDSCAPE("landscape-1200x900", 1200, 900);

    private final String file;
    private final int width;
    private final int height;

    ThumbnailSize(String file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
    }

    /** Its file name without an ending. */
    public String file() {
        return file;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** Width by height. */
    public double aspect() {
        return (double) width / height;
    }
}
