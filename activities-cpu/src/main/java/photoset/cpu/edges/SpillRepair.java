package photoset.cpu.edges;

import org.jspecify.annotations.Nullable;
import photoset.cpu.outlines.Spills;
import photoset.imaging.Mask;
import photoset.imaging.regions.BitMask;

/** Before anything else: what a mask has of its surroundings is taken from it, or given to it what they have. */
final class SpillRepair {
    private final Grid grid;

    SpillRepair(Grid grid) {
        this.grid = grid;
    }

    /** The mask itself where nothing is spilt. */
    Mask repaired(Mask mask, @Nullable Outlined outlined) {
        var covered = grid.covered(mask);
        if (outlined == null || covered.isEmpty() || Refinement.areLines(grid, covered)) {
            return mask;
        }
        return new Repair(grid).redrawn(mask, covered, own(covered, outlined));
    }

    private BitMask own(BitMask covered, Outlined outlined) {
        var spills = new Spills(grid.color(), grid.columns());
        return switch (outlined) {
            case THING -> covered.without(spills.of(covered));
            case PART -> {
                var less = covered.without(spills.of(covered));
                yield less.or(spills.of(less.inverse()));
            }
            case GROUND -> covered.or(spills.of(covered.inverse()));
        };
    }
}
