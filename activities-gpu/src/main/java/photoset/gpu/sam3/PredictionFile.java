package photoset.gpu.sam3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prediction;

/** An answer as bytes: numbers and maps, deflated; some kilobytes each. The same answer gives the same bytes. */
final class PredictionFile {
    /** Counts up when the layout changes; a file of another version is as good as none. */
    private static final int VERSION = 1;

    /** No model draws larger maps; a broken number must not ask for gigabytes. */
    private static final int SIDE_MAX = 2_048;

    private static final int CANDIDATES_MAX = 1_000;
    private static final int EDGES = 4;

    private PredictionFile() {}

    static byte[] of(Prediction answer) {
        var bytes = new ByteArrayOutputStream();
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeByte(VERSION);
            out.writeShort(answer.side());
            out.writeFloat(answer.presence());
            out.write(answer.map());
            out.writeShort(answer.candidates().size());
            for (var candidate : answer.candidates()) {
                out.writeFloat(candidate.score());
                for (float edge : candidate.box()) {
                    out.writeFloat(edge);
                }
                out.write(candidate.map());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IOException if it is damaged or of another version
     */
    static Prediction read(byte[] file) throws IOException {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(file)))) {
            require(in.readByte() == VERSION);
            int side = in.readUnsignedShort();
            require(side <= SIDE_MAX);
            float presence = in.readFloat();
            byte[] map = map(in, side);
            int count = in.readUnsignedShort();
            require(count <= CANDIDATES_MAX);
            var candidates = new ArrayList<Detection>();
            for (int i = 0; i < count; i++) {
                float score = in.readFloat();
                var box = new float[EDGES];
                for (int edge = 0; edge < EDGES; edge++) {
                    box[edge] = in.readFloat();
                }
                candidates.add(new Detection(score, box, map(in, side)));
            }
            return new Prediction(side, presence, map, candidates);
        }
    }

    private static byte[] map(DataInputStream in, int side) throws IOException {
        var map = new byte[side * side];
        in.readFully(map);
        return map;
    }

    private static void require(boolean valid) throws IOException {
        if (!valid) {
            throw new IOException("not an answer of this version");
        }
    }
}
