package photoset.cpu.removal;

/** What patches say of the pixels that they lie over. */
final class PatchVotes {
    private final WorkPicture picture;
    private final float[] sums;
    private final float[] weights;

    PatchVotes(WorkPicture picture) {
        this.picture = picture;
        this.sums = new float[picture.rgb.length];
        this.weights = new float[picture.roles.length];
    }

    /** Adds what the patch that was found for a place says of the open pixels around it. */
    void add(PatchSearch search, int target, float weight) {
        int source = search.match(target);
        float red = search.light(target, 0);
        float green = search.light(target, 1);
        float blue = search.light(target, 2);
        for (int row = -WorkPicture.REACH; row <= WorkPicture.REACH; row++) {
            int to = target + row * picture.columns - WorkPicture.REACH;
            int from = source + row * picture.columns - WorkPicture.REACH;
            for (int i = 0; i < PatchDifference.SIDE; i++, to++, from++) {
                if (picture.roles[to] == PixelRole.OPEN) {
                    weights[to] += weight;
                    sums[to * 3] += weight * (picture.rgb[from * 3] + red);
                    sums[to * 3 + 1] += weight * (picture.rgb[from * 3 + 1] + green);
                    sums[to * 3 + 2] += weight * (picture.rgb[from * 3 + 2] + blue);
                }
            }
        }
    }

    /** Gives every pixel of which anything was said the mean of it. */
    void count() {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                for (int channel = i * 3; channel < i * 3 + 3; channel++) {
                    picture.rgb[channel] = Math.clamp(sums[channel] / weights[i], 0f, 255f);
                }
            }
        }
    }
}
