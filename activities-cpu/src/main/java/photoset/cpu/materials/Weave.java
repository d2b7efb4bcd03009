package photoset.cpu.materials;

import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/** Plain weave: threads over and under each other, thicker and thinner along their way. */
final class Weave implements Shader {
    /** At least so many pixels across a thread, else the weave would flicker. */
    private static final double THREAD_PX_MIN = 4;

    private final MaterialContext stuff;
    private final int columns;
    private final int rows;
    private final float perCmX;
    private final float perCmY;
    private final Noise slubX;
    private final Noise slubY;
    private final Noise fuzz;

    Weave(MaterialContext stuff) {
        this.stuff = stuff;
        double thread = Math.max(
                stuff.recipe().jointCm(), THREAD_PX_MIN * stuff.extent().cmPerPx());
        this.columns = even(stuff.extent().widthCm() / thread);
        this.rows = even(stuff.extent().heightCm() / thread);
        this.perCmX = (float) (columns / stuff.extent().widthCm());
        this.perCmY = (float) (rows / stuff.extent().heightCm());
        this.slubX = stuff.noise(1, thread * 1.2, thread * 22);
        this.slubY = stuff.noise(2, thread * 22, thread * 1.2);
        this.fuzz = stuff.noise(3, thread / 2, thread / 2);
    }

    private static int even(double count) {
        return Math.max(2, 2 * (int) Math.round(count / 2));
    }

    @Override
    public void at(Spot spot, float[] rgb) {
        float u = spot.x * perCmX;
        float v = spot.y * perCmY;
        int column = (int) u;
        int row = (int) v;
        boolean warpOnTop = (column + row & 1) == 0;
        float acrossThread = warpOnTop ? u - column : v - row;
        float alongThread = warpOnTop ? v - row : u - column;
        float thick = .5f + .3f * (warpOnTop ? slubX : slubY).at(spot.x, spot.y);
        // A thread is round across and dips under the next one along.
        float squared = (2 * acrossThread - 1) * (2 * acrossThread - 1);
        float round = 1 - squared * (float) Math.sqrt(Math.abs(2 * acrossThread - 1));
        float dip = 4 * alongThread * (1 - alongThread);
        float depth = .5f * round + .5f * dip;
        int thread = Hash.of(stuff.seed(4), warpOnTop ? column % columns : row % rows, warpOnTop ? 1 : 2);
        float tone = .09f * Hash.signed(thread, 1) * (float) stuff.recipe().variation();
        float light = .34f * (depth - .7f) + .16f * (thick - .5f) + .1f * fuzz.at(spot.x, spot.y);
        stuff.base().cover(rgb, tone + stuff.contrast() * light);
        stuff.accent(0).mix(rgb, stuff.contrast() * Math.max(0, thick - .55f) * 1.6f);
    }
}
