package photoset.cpu.rendering;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.painting.AreaRuns;
import photoset.cpu.painting.Areas;
import photoset.cpu.painting.DifferenceStatistics;
import photoset.imaging.Raster;
import photoset.objects.FileHash;
import photoset.workflows.rendering.OutputFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a delivered picture against the photo that it was made of and the manifest that came with it. */
public final class Verification {
    /** WebP predicts blocks from their neighbours, so paint is felt beyond its own; more is another picture. */
    private static final double LOSS_MAX = 2;

    /** JPEG's blocks have 8 pixels, WebP's 16. */
    private static final int BLOCK_PX = 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImageCodec codec;

    public Verification(ImageCodec codec) {
        this.codec = codec;
    }

    /** One thing that was checked, as a sentence with its figures. */
    public record Finding(boolean holds, String sentence) {}

    /**
     * Checks everything that the manifest says about the two files.
     *
     * @throws IllegalArgumentException if one of them is no picture that can be read, the manifest is none, or its areas
     *     do not fit the photo; the message says which
     */
    public List<Finding> check(byte[] original, byte[] result, byte[] manifest) {
        var said = parsed(manifest);
        List<Finding> findings = new ArrayList<>();
        findings.add(hash("original", original, said.at("/input/sha256")));
        findings.add(hash("result", result, said.at("/output/sha256")));
        var before = pixels("original", original);
        var after = pixels("result", result);
        boolean sameSize = before.width() == after.width() && before.height() == after.height();
        findings.add(new Finding(
                sameSize,
                "The result has %d x %d pixels, the upright original %d x %d."
                        .formatted(after.width(), after.height(), before.width(), before.height())));
        if (sameSize) {
            var areas = areas(said, before);
            findings.addAll(
                    said.at("/output/lossless").asBoolean()
                            ? exact(said, areas, before, after)
                            : close(said, areas, before, after));
        }
        return findings;
    }

    private Raster pixels(String what, byte[] file) {
        try {
            return codec.read(file).pixels();
        } catch (PhotoRefused refused) {
            throw new IllegalArgumentException(
                    "The %s cannot be read. %s".formatted(what, refused.fault().message()), refused);
        }
    }

    private static JsonNode parsed(byte[] manifest) {
        try {
            var said = JSON.readTree(manifest);
            if (said.at("/areas/rule").isString() && said.at("/areas/protect").isString()) {
                return said;
            }
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("The manifest is no JSON.", noJson);
        }
        throw new IllegalArgumentException(
                "The manifest names no areas: it is none of a result, or one of an older version, which cannot be checked.");
    }

    private static Finding hash(String what, byte[] file, JsonNode said) {
        boolean holds = FileHash.sha256(file).equals(said.asString(""));
        return new Finding(
                holds,
                "The %s %s the file that the manifest names (SHA-256).".formatted(what, holds ? "is" : "is not"));
    }

    private static Areas areas(JsonNode said, Raster photo) {
        return new Areas(
                AreaRuns.mask(said.at("/areas/rule").asString(), photo.width(), photo.height()),
                AreaRuns.mask(said.at("/areas/protect").asString(), photo.width(), photo.height()));
    }

    private static List<Finding> exact(JsonNode said, Areas areas, Raster before, Raster after) {
        var changes = areas.changes(before, after);
        var moved = DifferenceStatistics.of(before, after, i -> areas.rule().at(i) > 0);
        long told = said.at("/changed/pixels").asLong(-1);
        return List.of(
                new Finding(changes.inProtect() == 0, changes.inProtect() + " protected pixels are changed."),
                new Finding(
                        changes.outsideRule() == 0, changes.outsideRule() + " pixels outside the rule are changed."),
                new Finding(
                        changes.pixels() == told,
                        "%d pixels are changed in all; the manifest says %d.".formatted(changes.pixels(), told)),
                new Finding(
                        moved.median() == said.at("/delta_e/median").asDouble(-1)
                                && moved.p95() == said.at("/delta_e/p95").asDouble(-1),
                        "Within the rule colours moved by dE00 %.2f (median) and %.2f (p95); the manifest says %.2f and %.2f."
                                .formatted(
                                        moved.median(),
                                        moved.p95(),
                                        said.at("/delta_e/median").asDouble(-1),
                                        said.at("/delta_e/p95").asDouble(-1))));
    }

    /**
     * Encoding with loss moves every pixel a little; what shares no block with paint may not move further than the
     * encoding alone takes it.
     */
    private List<Finding> close(JsonNode said, Areas areas, Raster before, Raster after) {
        var format = said.at("/output/format").asString("").equals("webp") ? OutputFormat.WEBP : OutputFormat.JPEG;
        var encoded = codec.read(codec.write(before, format)).pixels();
        boolean[] painted = paintedBlocks(areas, before);
        double alone = farFromPaint(painted, before, encoded);
        double moved = farFromPaint(painted, before, after);
        return List.of(new Finding(
                moved <= alone + LOSS_MAX,
                "Away from the paint the lossy file is within dE00 %.2f (p99) of the original; encoding alone gives %.2f."
                        .formatted(moved, alone)));
    }

    private static double farFromPaint(boolean[] painted, Raster before, Raster after) {
        return DifferenceStatistics.of(before, after, i -> !painted[block(before, i)])
                .p99();
    }

    private static boolean[] paintedBlocks(Areas areas, Raster photo) {
        boolean[] painted = new boolean[block(photo, photo.pixels() - 1) + 1];
        for (int i = 0; i < photo.pixels(); i++) {
            painted[block(photo, i)] |= areas.rule().levels()[i] != 0 && !areas.isProtected(i);
        }
        return painted;
    }

    private static int block(Raster photo, int pixel) {
        int across = (photo.width() + BLOCK_PX - 1) / BLOCK_PX;
        return pixel / photo.width() / BLOCK_PX * across + pixel % photo.width() / BLOCK_PX;
    }
}
