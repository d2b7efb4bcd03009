package photoset.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import photoset.cli.Arguments.UsageProblem;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.PictureFiles;
import photoset.cli.render.RenderOrder;
import photoset.standalone.embedded.UserError;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;

/** {@code photoset render}: one rule on one photo with masks that are there already, without a server. */
record RenderCommand(PrintStream out, PrintStream err) {
    int run(List<String> typed) throws IOException {
        var arguments = Arguments.parse(
                        typed, Set.of("photo", "mask", "rule", "out", "edges", "manifest", "keep-profile"))
                .withoutWords();
        var target = Path.of(arguments.required("out"));
        var order = new RenderOrder(
                Path.of(arguments.required("photo")),
                masks(arguments.texts("mask")),
                Path.of(arguments.required("rule")),
                format(target),
                edges(arguments.text("edges").orElse("as-is")),
                arguments.isYes("keep-profile"));
        var manifest = arguments.path("manifest", target + ".manifest.json");
        requireNothingLost(order, target);
        requireNothingLost(order, manifest);
        var rendered = new PictureFiles().render(order, err::println);
        GivenFiles.write(target, rendered.file());
        GivenFiles.write(manifest, rendered.manifest());
        out.println(target + ": " + rendered.painted().changes().pixels() + " pixels changed; manifest " + manifest);
        return 0;
    }

    /** A result would take the place of what it is made of, for instance of the only copy of a photo. */
    private static void requireNothingLost(RenderOrder order, Path written) throws IOException {
        var given = new ArrayList<>(order.masks().values());
        given.addAll(List.of(order.photo(), order.rule()));
        for (var file : given) {
            if (GivenFiles.areOne(file, written)) {
                throw new UserError(written + " is read, so nothing is written there. Choose another name.");
            }
        }
    }

    /** {@code Wall=wall.png}, each once. */
    private static Map<String, Path> masks(List<String> typed) {
        if (typed.isEmpty()) {
            throw new UsageProblem("Name at least one mask: --mask Wall=wall.png.");
        }
        Map<String, Path> masks = new LinkedHashMap<>();
        for (String word : typed) {
            int sign = word.indexOf('=');
            if (sign < 1 || sign == word.length() - 1) {
                throw new UsageProblem("A mask is written --mask Wall=wall.png, not " + word + ".");
            }
            var concept = word.substring(0, sign);
            if (masks.put(concept, Path.of(word.substring(sign + 1))) != null) {
                throw new UsageProblem("There are two masks of " + concept + ".");
            }
        }
        return masks;
    }

    private static OutputFormat format(Path target) {
        var name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> OutputFormat.PNG;
            case "jpg", "jpeg" -> OutputFormat.JPEG;
            case "webp" -> OutputFormat.WEBP;
            default -> throw new UsageProblem("The result's name ends in .png (lossless), .jpg or .webp.");
        };
    }

    private static EdgeMode edges(String typed) {
        return switch (typed) {
            case "as-is" -> EdgeMode.AS_IS;
            case "refine" -> EdgeMode.REFINED;
            case "matte" -> EdgeMode.MATTED;
            default -> throw new UsageProblem("The option --edges takes as-is, refine or matte.");
        };
    }
}
