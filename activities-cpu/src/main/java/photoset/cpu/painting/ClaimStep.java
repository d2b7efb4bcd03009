package photoset.cpu.painting;

import java.util.List;
import photoset.imaging.FlatRuns;
import photoset.imaging.Mask;

/**
 * Gives every pixel to its layers: protect takes all, then the last layer takes what its mask says, the one before it
 * from what is left. At a common soft edge the two shares so add up and no seam of the old colour stays. Where something
 * was removed, whatever paints there comes first.
 */
final class ClaimStep implements Painter.Step {
    private static final int ALL = 255;

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public void apply(Canvas canvas) {
        var order = canvas.order();
        if (order.layers().size() == 1 && order.protect().isEmpty()) {
            canvas.shares().add(order.layers().getFirst().mask());
            return;
        }
        var photo = order.photo();
        byte[] left = new byte[photo.pixels()];
        for (int i = 0; i < left.length; i++) {
            left[i] = (byte) (canvas.isProtected(i) ? 0 : ALL);
        }
        var shares = new Mask[order.layers().size()];
        for (boolean removing : List.of(false, true)) {
            for (int i = shares.length - 1; i >= 0; i--) {
                var layer = order.layers().get(i);
                if (Clearing.removes(layer) == removing) {
                    shares[i] = new Mask(photo.width(), photo.height(), take(layer.mask(), left));
                }
            }
        }
        canvas.shares().addAll(List.of(shares));
    }

    private static byte[] take(Mask wanted, byte[] left) {
        byte[] levels = wanted.levels();
        byte[] share = new byte[left.length];
        for (int at = wanted.next(0, left.length); at < left.length; at = wanted.next(at, left.length)) {
            int free = FlatRuns.endOfAll(left, at, left.length);
            takeAll(levels, at, free, left, share);
            at = FlatRuns.endOfNothing(left, free, left.length);
            for (; at < left.length && left[at] != 0 && left[at] != (byte) ALL; at++) {
                int taken = Math.min(levels[at] & 255, left[at] & 255);
                share[at] = (byte) taken;
                left[at] -= (byte) taken;
            }
        }
        return share;
    }

    /** Where all is left; in a method of its own, in which the compiler takes many pixels at once. */
    private static void takeAll(byte[] levels, int from, int end, byte[] left, byte[] share) {
        for (int i = from; i < end; i++) {
            share[i] = levels[i];
            left[i] = (byte) ~levels[i];
        }
    }
}
