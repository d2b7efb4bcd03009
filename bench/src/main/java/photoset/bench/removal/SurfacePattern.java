package photoset.bench.removal;

import photoset.cpu.noise.Hash;

/** What a surface of a rendered room is made of; how much of the light it gives back at a place in meters. */
enum SurfacePattern {
    PLASTER(false) {
        @Override
        void paint(double u, double v, double[] color) {
            gray(.62 * (1 + .02 * noise(u, v, .01, 1) + .02 * noise(u, v, .3, 2)), color, 1, .98, .92);
        }
    },
    CONCRETE(false) {
        @Override
        void paint(double u, double v, double[] color) {
            gray(.34 * (1 + .03 * noise(u, v, .012, 3) + .05 * noise(u, v, .25, 4)), color, 1, .99, .96);
        }
    },
    WALLPAPER(true) {
        @Override
        void paint(double u, double v, double[] color) {
            boolean stripe = part(u, .12) < .055;
            boolean dot = Math.hypot(part(u, .12) - .085, part(v, .12) - .06) < .012;
            double level = (stripe ? .42 : dot ? .3 : .66) * (1 + .015 * noise(u, v, .01, 5));
            gray(level, color, stripe ? .9 : 1, 1, stripe ? 1.02 : .9);
        }
    },
    BRICK(true) {
        @Override
        void paint(double u, double v, double[] color) {
            laid(u, v, new double[] {.25, .075, .01, .5}, color);
            double grain = 1 + .06 * noise(u, v, .008, 6) + .05 * noise(u, v, .04, 7);
            tint(color[0] > 0 ? .22 * color[0] * grain : .45 * (1 + .05 * noise(u, v, .006, 8)), color, 1, .55, .4);
        }
    },
    TILES(true) {
        @Override
        void paint(double u, double v, double[] color) {
            laid(u, v, new double[] {.3, .3, .006, 0}, color);
            tint(color[0] > 0 ? .5 * color[0] * (1 + .02 * noise(u, v, .05, 9)) : .2, color, 1, .98, .93);
        }
    },
    FAINT_TILES(true) {
        @Override
        void paint(double u, double v, double[] color) {
            laid(u, v, new double[] {.45, .45, .006, 0}, color);
            tint(color[0] > 0 ? .55 * color[0] * (1 + .015 * noise(u, v, .05, 10)) : .44, color, 1, .99, .96);
        }
    },
    LAID_TILES(true) {
        @Override
        void paint(double u, double v, double[] color) {
            laid(u, v, new double[] {.6, .3, .006, .5}, color);
            tint(color[0] > 0 ? .4 * color[0] * (1 + .02 * noise(u, v, .06, 11)) : .18, color, 1, .96, .9);
        }
    },
    PLANKS(true) {
        @Override
        void paint(double u, double v, double[] color) {
            laid(u, v, new double[] {1.2, .12, .004, .37}, color);
            double grain = 1 + .06 * noise(u / 12, v, .006, 12) + .06 * noise(u / 8, v, .03, 13);
            tint(color[0] > 0 ? .3 * color[0] * grain : .08, color, 1, .68, .4);
        }
    },
    CARPET(true) {
        @Override
        void paint(double u, double v, double[] color) {
            gray(.25 * (1 + .12 * noise(u, v, .012, 14) + .06 * noise(u, v, .05, 15)), color, .8, .9, 1);
        }
    };

    /** How much one tile or board differs from the next. */
    private static final double PIECE = .05;

    private final boolean textured;

    SurfacePattern(boolean textured) {
        this.textured = textured;
    }

    /** Whether there is more on it than paint and grain. */
    boolean isTextured() {
        return textured;
    }

    /** Puts the linear color at a place. */
    abstract void paint(double u, double v, double[] color);

    private static void gray(double level, double[] color, double red, double green, double blue) {
        color[0] = level * red;
        color[1] = level * green;
        color[2] = level * blue;
    }

    private static void tint(double level, double[] color, double red, double green, double blue) {
        gray(level, color, color[0] > 0 ? red : 1, color[0] > 0 ? green : 1, color[0] > 0 ? blue : 1);
    }

    /**
     * Puts the lightness of the piece that lies at a place into the first channel, 0 for the joint.
     *
     * @param size width and height of a piece, of a joint, and by which share of a piece each row is moved
     */
    private static void laid(double u, double v, double[] size, double[] color) {
        int row = (int) Math.floor(v / size[1]);
        double along = u + row * size[3] * size[0];
        boolean joint = part(v, size[1]) < size[2] || part(along, size[0]) < size[2];
        int piece = Hash.of(17, (int) Math.floor(along / size[0]), row);
        color[0] = joint ? 0 : 1 + PIECE * Hash.signed(piece, 0);
    }

    private static double part(double value, double size) {
        return value - size * Math.floor(value / size);
    }

    /** Smooth noise of one size, -1 to 1. */
    private static double noise(double u, double v, double size, int seed) {
        double x = u / size;
        double y = v / size;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = smooth(x - left);
        double down = smooth(y - top);
        double above = value(seed, left, top) * (1 - across) + value(seed, left + 1, top) * across;
        double below = value(seed, left, top + 1) * (1 - across) + value(seed, left + 1, top + 1) * across;
        return above * (1 - down) + below * down;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double value(int seed, int x, int y) {
        return Hash.signed(Hash.of(seed, x, y), 0);
    }
}
