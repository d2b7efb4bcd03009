package photoset.cpu.packing;

import java.util.Locale;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.templates.Wording;
import photoset.workflows.sets.SetLanguage;

/** The table of contents of a set for people. */
final class SetReadme {
    private SetReadme() {}

    static String of(SetOrder order, SetContents contents) {
        var language = order.language();
        var text = new StringBuilder();
        var template = order.template().title(language);
        text.append(order.title().isBlank() ? template : order.title() + "\n" + template)
                .append('\n')
                .append(language.date(order.date()))
                .append("\n\n");
        for (var picture : contents.pictures()) {
            text.append("%s  %d x %d, %d dpi  %s\n"
                    .formatted(picture.name(), picture.width(), picture.height(), picture.dpi(), picture.shows()));
        }
        contents.palettes().forEach((variant, swatches) -> {
            if (!swatches.isEmpty()) {
                text.append("\n%s %s\n".formatted(Wording.PALETTE.in(language), variant.toUpperCase(Locale.ROOT)));
                swatches.forEach(swatch ->
                        text.append("  %s: %s %s\n".formatted(swatch.concept(), swatch.name(), swatch.hex())));
            }
        });
        if (!contents.notDelivered().isEmpty()) {
            text.append("\n%s\n".formatted(Wording.MISSING.in(language)));
            order.failed()
                    .forEach(photo ->
                            text.append("  %s: %s\n".formatted(Wording.photo(photo, language), photo.reason())));
        }
        return text.append('\n').append(files(language)).toString();
    }

    private static String files(SetLanguage language) {
        return switch (language) {
            case EN -> "set.json lists the same for programs; manifests/ says of each picture what was done to it.\n";
            case KO -> "set.json에는 같은 목록이 프로그램용으로 들어 있고, manifests/에는 사진마다 적용한 작업이 기록되어 있습니다.\n";
        };
    }
}
