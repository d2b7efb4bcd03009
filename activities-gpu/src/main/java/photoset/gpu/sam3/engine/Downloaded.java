package photoset.gpu.sam3.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import photoset.gpu.sam3.files.PackageManifest;

/** The decoder's outputs, read into Java: maps come as bytes, a quarter of the floats that they were. */
final class Downloaded {
    private static final int EDGES = 4;

    private final int side;
    private final int instances;
    private final float[] scores;
    private final float[] boxes;
    private final float[] presence;
    private final ByteBuffer maps;
    private final ByteBuffer whole;

    /** Views of the tensors, valid only while they live; those on a card are copied. */
    Downloaded(NDList out, PackageManifest manifest) {
        side = manifest.maskSide();
        instances = manifest.instances();
        scores = out.get(0).toFloatArray();
        boxes = out.get(1).toFloatArray();
        maps = bytes(out.get(2));
        whole = bytes(out.get(3));
        presence = out.get(4).toFloatArray();
    }

    private static ByteBuffer bytes(NDArray array) {
        return array.toByteBuffer(true);
    }

    List<Prediction> answers(int prompts) {
        var answers = new ArrayList<Prediction>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            var candidates = new ArrayList<Detection>();
            for (int i = prompt * instances; i < (prompt + 1) * instances; i++) {
                candidates.add(new Detection(scores[i], box(i), map(maps, i)));
            }
            answers.add(new Prediction(side, presence[prompt], map(whole, prompt), List.copyOf(candidates)));
        }
        return answers;
    }

    private float[] box(int i) {
        var box = new float[EDGES];
        System.arraycopy(boxes, EDGES * i, box, 0, EDGES);
        return box;
    }

    private byte[] map(ByteBuffer from, int i) {
        var map = new byte[side * side];
        from.get(i * map.length, map);
        return map;
    }
}
