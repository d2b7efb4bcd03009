package photoset.cpu.painting;

import java.util.List;
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
        byte[] share = new byte[left.length];
        int width = wanted.width();
        for (int line = 0; line < share.length; line += width) {
            take(wanted.levels(), wanted.next(line, line + width), line + width, left, share);
        }
        return share;
    }

    private static void take(byte[] levels, int from, int to, byte[] left, byte[] share) {
        for (int i = from; i < to; i++) {
            int taken = Math.min(levels[i] & 255, left[i] & 255);
            share[i] = (byte) taken;
            left[i] -= (byte) taken;
        }
    }
}
