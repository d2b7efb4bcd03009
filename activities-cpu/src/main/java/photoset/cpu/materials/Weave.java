package photoset.cpu.materials;

import photoset.cpu.noise.Hash;
import photoset.cpu.noise.Noise;

/** Plain weave: threads over and under each other, thicker and thinner along their way. */
final class Weave implements Shader {
    /** At least so many pixels across a thread, else the weave would flicker. */
    private static final double THREAD_PX_MIN = 4;

    private final MaterialContext material;
    private final int columns;
    private final int rows;
    private final float perCmX;
    private final float perCmY;
    private final Noise slubX;
    private final Noise slubY;
    private final Noise fuzz;

    Weave(MaterialContext material) {
        this.material = material;
        double thread = Math.max(
                material.recipe().jointCm(), THREAD_PX_MIN * material.extent().cmPerPx());
        this.columns = even(material.extent().widthCm() / thread);
        this.rows = even(material.extent().heightCm() / thread);
        this.perCmX = (float) (columns / material.extent().widthCm());
        this.perCmY = (float) (rows / material.extent().heightCm());
        this.slubX = material.noise(1, thread * 1.2, thread * 22);
        this.slubY = material.noise(2, thread * 22, thread * 1.2);
        this.fuzz = material.noise(3, thread / 2, thread / 2);
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
        int thread = Hash.of(material.seed(4), warpOnTop ? column % columns : row % rows, warpOnTop ? 1 : 2);
        float tone = .09f * Hash.signed(thread, 1) * (float) material.recipe().variation();
        float light = .34f * (depth - .7f) + .16f * (thick - .5f) + .1f * fuzz.at(spot.x, spot.y);
        material.base().cover(rgb, tone + material.contrast() * light);
        material.accent(0).mix(rgb, material.contrast() * Math.max(0, thick - .55f) * 1.6f);
    }
}
