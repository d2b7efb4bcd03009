package photoset.api.instances;

import java.util.ArrayList;
import java.util.List;
import photoset.api.instances.InstanceView.RunLengths;

/** Packed run-lengths of the COCO data set, unpacked: the covered pixels of each column as runs of rows. */
final class PackedRuns {
    /** Characters begin at '0' and carry five bits each; one more says that the number goes on, the highest is its sign. */
    private static final int FIRST_CHARACTER = 48;

    private static final int BITS = 5;
    private static final int VALUE = 0x1f;
    private static final int MORE = 0x20;
    private static final int SIGN = 0x10;

    /** From the fourth on, numbers are told as the difference to the one two before. */
    private static final int PLAIN_NUMBERS = 3;

    private final int width;
    private final List<List<int[]>> columns = new ArrayList<>();

    PackedRuns(RunLengths pixels) {
        int height = pixels.size().getFirst();
        this.width = pixels.size().getLast();
        for (int x = 0; x < width; x++) {
            columns.add(new ArrayList<>(1));
        }
        long at = 0;
        var lengths = unpacked(pixels.counts());
        for (int i = 0; i < lengths.size(); i++) {
            long end = at + lengths.get(i);
            for (boolean covered = i % 2 == 1; covered && at < end; ) {
                int x = (int) (at / height);
                int top = (int) (at % height);
                int bottom = (int) Math.min(height, top + end - at);
                columns.get(x).add(new int[] {top, bottom});
                at += bottom - top;
            }
            at = end;
        }
    }

    int width() {
        return width;
    }

    /** From and to, the latter not included, from the top. */
    List<int[]> of(int column) {
        return columns.get(column);
    }

    private static List<Long> unpacked(String counts) {
        List<Long> lengths = new ArrayList<>();
        for (int at = 0; at < counts.length(); ) {
            long value = 0;
            int shift = 0;
            int bits = MORE;
            while ((bits & MORE) != 0 && at < counts.length()) {
                bits = counts.charAt(at++) - FIRST_CHARACTER;
                value |= (long) (bits & VALUE) << shift;
                shift += BITS;
            }
            if ((bits & SIGN) != 0) {
                value |= -1L << shift;
            }
            int known = lengths.size();
            lengths.add(known < PLAIN_NUMBERS ? value : value + lengths.get(known - 2));
        }
        return lengths;
    }
}
