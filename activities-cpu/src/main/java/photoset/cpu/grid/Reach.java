package photoset.cpu.grid;

/** Grows fields of yes and no. */
public final class Reach {
    private Reach() {}

    /** Everything at most {@code reach} nodes away along both axes; one pass along each, whatever the reach. */
    public static boolean[] square(boolean[] field, int columns, int reach) {
        return turned(turned(field, columns, reach), field.length / columns, reach);
    }

    /** Grows along lines and exchanges rows and columns. */
    private static boolean[] turned(boolean[] field, int length, int reach) {
        int lines = field.length / length;
        boolean[] grown = new boolean[field.length];
        for (int line = 0; line < lines; line++) {
            int last = -2 * reach - 1;
            for (int i = 0; i < length + reach; i++) {
                if (i < length && field[line * length + i]) {
                    last = i;
                }
                if (i >= reach && last >= i - 2 * reach) {
                    grown[(i - reach) * lines + line] = true;
                }
            }
        }
        return grown;
    }
}
