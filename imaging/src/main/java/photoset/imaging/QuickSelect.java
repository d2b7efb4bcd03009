package photoset.imaging;

/** Finds what stands at a rank without sorting the rest (Hoare's selection, 1961); exact, in linear time. */
public final class QuickSelect {
    private QuickSelect() {}

    /**
     * The value at a rank of the first {@code count} values; they are put in another order.
     *
     * @param share of the way from the least (0) to the greatest (1); ranks are rounded down
     * @return 0 if there are none
     */
    public static float at(double share, float[] values, int count) {
        int rank = (int) (share * (count - 1));
        int low = 0;
        int high = count - 1;
        while (low < high) {
            float pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            // What lies between the two is the pivot.
            low = rank < left ? low : left;
            high = rank > right ? high : right;
            if (rank > right && rank < left) {
                break;
            }
        }
        return count == 0 ? 0 : values[rank];
    }

    private static float middle(float one, float two, float three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
