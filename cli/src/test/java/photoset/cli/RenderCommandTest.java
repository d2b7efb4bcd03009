package photoset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule on one photo from the command line, and the check of what came out. */
class RenderCommandTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private static final String BLUR = "{\"concepts\":{\"Wall\":{\"action\":\"blur\"}}}";

    @TempDir
    private Path folder;

    private final CapturedTerminal terminal = new CapturedTerminal();

    @BeforeEach
    void draw() throws IOException {
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var lamp = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            boolean isLamp = x > 60 && x < 90 && y > 20 && y < 60;
            int light = 120 + x / 2;
            photo.setRGB(x, y, isLamp ? 0xd02020 : (light << 16) | (light << 8) | (light - 20));
            wall.getRaster().setSample(x, y, 0, y < 80 ? 255 : 0);
            lamp.getRaster().setSample(x, y, 0, isLamp ? 255 : 0);
        }
        ImageIO.write(photo, "png", path("photo.png").toFile());
        ImageIO.write(wall, "png", path("wall.png").toFile());
        ImageIO.write(lamp, "png", path("lamp.png").toFile());
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private int render(String rule, String result, String... more) throws IOException {
        Files.writeString(path("rule.json"), rule);
        var words =
                new ArrayList<>(List.of("render", "--photo", path("photo.png").toString()));
        words.addAll(List.of(
                "--rule", path("rule.json").toString(), "--out", path(result).toString()));
        words.addAll(List.of("--mask", "Wall=" + path("wall.png")));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    private String said() {
        return terminal.err();
    }

    @Test
    void paintsTheWallAndLeavesTheLampAndProvesIt() throws IOException {
        var rule = "{\"concepts\":{\"Wall\":{\"action\":\"recolor\",\"value\":\"#9caf88\"}},\"protect\":[\"Lamp\"]}";
        assertThat(render(rule, "out.png", "--mask", "Lamp=" + path("lamp.png")))
                .as(said())
                .isZero();

        var before = ImageIO.read(path("photo.png").toFile());
        var after = ImageIO.read(path("out.png").toFile());
        assertThat(after.getRGB(75, 40)).isEqualTo(before.getRGB(75, 40));
        assertThat(after.getRGB(10, 100)).isEqualTo(before.getRGB(10, 100));
        assertThat(after.getRGB(120, 40)).isNotEqualTo(before.getRGB(120, 40));
        assertThat(verify("photo.png")).isZero();
        assertThat(terminal.out()).contains("0 protected pixels").doesNotContain("WRONG");
        assertThat(verify("wall.png")).isEqualTo(1);
    }

    @Test
    void aScriptGetsOneLineOfJson() throws IOException {
        assertThat(render(BLUR, "out.png", "--json")).as(said()).isZero();
        var rendered = terminal.outJson();
        assertThat(rendered.path("result").asString()).isEqualTo(path("out.png").toString());
        assertThat(rendered.path("manifest").asString())
                .isEqualTo(path("out.png.manifest.json").toString());
        assertThat(rendered.path("changed_pixels").asLong()).isPositive();

        var check = new CapturedTerminal();
        var files = new String[] {"photo.png", "out.png", "out.png.manifest.json"};
        assertThat(check.run(
                        "verify",
                        "--json",
                        path(files[0]).toString(),
                        path(files[1]).toString(),
                        path(files[2]).toString()))
                .isZero();
        assertThat(check.outJson().path("holds").asBoolean()).isTrue();
        assertThat(check.outJson().path("findings").path(0).path("sentence").asString())
                .isNotEmpty();
    }

    private int verify(String original) {
        return terminal.run(
                "verify",
                path(original).toString(),
                path("out.png").toString(),
                path("out.png.manifest.json").toString());
    }

    @Test
    void everyFaultOfARuleIsNamed() throws IOException {
        var rule = "{\"concepts\":{\"Wall\":{\"action\":\"recolor\",\"value\":\"reddish\",\"gloss\":1},"
                + "\"Floor\":{\"action\":\"polish\"}}}";

        assertThat(render(rule, "out.png")).isEqualTo(1);
        assertThat(said()).contains("concepts.Wall.gloss is not a known field", "concepts.Floor.action must be one of");
    }

    @Test
    void aMissingMaskAndOneOfAnotherSizeAreNamed() throws IOException {
        var rule = "{\"concepts\":{\"Wall\":{\"action\":\"blur\"}},\"protect\":[\"Lamp\"]}";
        assertThat(render(rule, "out.png")).isEqualTo(1);
        assertThat(said()).contains("no mask of it is given: --mask Lamp=FILE. There are masks of Wall.");

        ImageIO.write(
                new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                path("lamp.png").toFile());
        assertThat(render(rule, "out.png", "--mask", "Lamp=" + path("lamp.png")))
                .isEqualTo(1);
        assertThat(said()).contains("The mask of Lamp has 40 x 40 pixels, the upright photo 160 x 120");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(path("photo.png"));

        assertThat(render(BLUR, "out.png")).isEqualTo(1);
        assertThat(said()).contains("There is no file", "photo.png");
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        Files.delete(path("photo.png"));
        Files.createDirectory(path("photo.png"));

        assertThat(render(BLUR, "out.png")).isEqualTo(1);
        assertThat(said()).contains(path("photo.png") + ": this is a folder, but a file is needed.");
    }

    @Test
    void aPhotoThatIsNoneIsNamed() throws IOException {
        Files.writeString(path("photo.png"), "Dear diary");

        assertThat(render(BLUR, "out.png")).isEqualTo(1);
        assertThat(said()).contains(path("photo.png") + ": The file is no picture of a known kind.");
    }

    @Test
    void aRuleThatIsNoJsonIsShownWhere() throws IOException {
        assertThat(render("{\"concepts\":{\"Wall\":{\"action\":\"blur\"},}}", "out.png"))
                .isEqualTo(1);
        assertThat(said()).contains("rule.json: The file must be JSON; line 1, column ");
    }

    @Test
    void aColouredPictureIsNoMask() throws IOException {
        Files.copy(path("photo.png"), path("wall.png"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(render(BLUR, "out.png")).isEqualTo(1);
        assertThat(said()).contains("The mask of Wall, " + path("wall.png") + ", is no 8-bit grey PNG.");
    }

    @Test
    void aMaskThatIsCutOffIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(path("wall.png"));
        Files.write(path("wall.png"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(render(BLUR, "out.png")).isEqualTo(1);
        assertThat(said()).contains(path("wall.png") + ": The file is damaged or cut off");
    }

    @Test
    void aResultNeverReplacesWhatItIsMadeOf() throws IOException {
        byte[] photo = Files.readAllBytes(path("photo.png"));

        assertThat(render(BLUR, "photo.png")).isEqualTo(1);
        assertThat(render(BLUR, "out.png", "--manifest", path("rule.json").toString()))
                .isEqualTo(1);
        assertThat(said()).contains(path("photo.png") + " is read, so", path("rule.json") + " is read, so");
        assertThat(path("photo.png")).hasBinaryContent(photo);
    }

    @Test
    void theFolderOfTheResultIsMade() throws IOException {
        assertThat(render(BLUR, "new/folder/out.png")).as(said()).isZero();
        assertThat(path("new/folder/out.png")).exists();
    }

    @Test
    void aPictureThatCannotBeVerifiedIsNamed() throws IOException {
        assertThat(render(BLUR, "out.png")).isZero();
        Files.writeString(path("out.png"), "Dear diary");

        assertThat(verify("photo.png")).isEqualTo(1);
        assertThat(said()).contains("The result cannot be read. The file is no picture of a known kind.");
    }

    @Test
    void transparencyNeedsAFormatThatHasIt() throws IOException {
        var rule = "{\"concepts\":{\"Wall\":{\"action\":\"background\",\"value\":\"transparent\"}}}";

        assertThat(render(rule, "out.jpg")).isEqualTo(1);
        assertThat(said()).contains("A JPEG cannot be transparent");
        assertThat(render(rule, "out.png")).isZero();
        assertThat(ImageIO.read(path("out.png").toFile()).getColorModel().hasAlpha())
                .isTrue();
    }
}
