package photoset.cpu.shadows;

import photoset.cpu.light.LightField;
import photoset.imaging.regions.BitMask;

/**
 * The soft shadow that things cast on the ground where they stand, and nothing else that makes the ground uneven: no
 * pattern, no gradient, nothing that stands behind. It is looked for in a band around each foot and fades away from it.
 */
public final class ContactShadow {
    /** Nearer to a thing a cell has some of its light, in cells. */
    private static final int MIXED = 1;

    private ContactShadow() {}

    /**
     * Measures the shadow.
     *
     * @param seen the ground alone
     * @param things the cells of its grid that show none of the ground
     * @return the share of the light that is missing at each cell, 0 to 1; 0 beyond a band around the feet of things that is
     *     a tenth of their height wide
     */
    public static float[] of(LightField seen, BitMask things) {
        float[] shadow = new float[seen.grid().cells()];
        var mixed = things.grown(MIXED);
        for (var foot : Foot.of(things)) {
            if (!foot.isEmpty()) {
                draw(foot, seen, mixed, shadow);
            }
        }
        return shadow;
    }

    private static void draw(Foot foot, LightField seen, BitMask mixed, float[] shadow) {
        var ground = GroundLight.around(foot, seen);
        if (!ground.isKnown()) {
            return;
        }
        var profile = new ShadowProfile(foot);
        visit(foot, seen, ShadowProfile.reach(foot), (cell, along, away) -> {
            if (!mixed.has(cell) && seen.isSeen(cell) && ground.isGround(cell)) {
                profile.add(along, away, ground.missing(cell));
            }
        });
        profile.settle();
        visit(foot, seen, foot.reach(), (cell, along, away) -> {
            shadow[cell] = Math.max(shadow[cell], (float) profile.at(along, away));
        });
    }

    private interface Visitor {
        void at(int cell, double along, double away);
    }

    /** Goes to the cells that are so near to a foot. */
    private static void visit(Foot foot, LightField seen, double reach, Visitor visitor) {
        var grid = seen.grid();
        int around = (int) Math.ceil(reach);
        int right = Math.min(grid.columns() - 1, foot.right() + around);
        int bottom = Math.min(grid.rows() - 1, foot.bottom() + around);
        for (int row = Math.max(0, foot.top() - around); row <= bottom; row++) {
            for (int column = Math.max(0, foot.left() - around); column <= right; column++) {
                int index = foot.nearest(column, row);
                double away = foot.away(index, column, row);
                if (away < reach) {
                    visitor.at(row * grid.columns() + column, foot.along(index, column, row), away);
                }
            }
        }
    }
}
