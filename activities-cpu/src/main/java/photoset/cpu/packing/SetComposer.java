package photoset.cpu.packing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetOrderRefused;
import photoset.cpu.sheets.JpegDensity;
import photoset.cpu.templates.PlannedPicture;
import photoset.cpu.templates.SetPlan;
import photoset.objects.FileHash;
import photoset.workflows.rendering.OutputFormat;

/**
 * Composes a set: one picture after the other, each written before the next is begun, then PDF, table of contents and zip
 * from what was written. Memory is that of one picture and one photo, however many there are; the same order gives the
 * same bytes, so that composing again after a failure replaces like by like.
 */
public final class SetComposer {
    private static final String README = "README.txt";
    private static final String CONTENTS = "set.json";

    private final ImageCodec codec;
    private final Progress progress;
    private final PictureCount count;

    /**
     * Makes a composer.
     *
     * @param progress told the name of each step before it starts; may throw to give up
     * @param count told after each picture
     */
    public SetComposer(ImageCodec codec, Progress progress, PictureCount count) {
        this.codec = codec;
        this.progress = progress;
        this.count = count;
    }

    /**
     * Composes everything into {@code files}.
     *
     * @param attachments go into the zip as they are
     * @throws IOException if the files cannot be written or read
     */
    public ComposedSet compose(SetOrder order, List<Attachment> attachments, SetFiles files) throws IOException {
        var plan = SetPlan.of(order, progress::reached);
        checkNames(plan, attachments);
        List<SetFile> pictures = new ArrayList<>();
        List<SetFile> pages = new ArrayList<>();
        for (var planned : plan) {
            progress.reached("compose %s (%d of %d)".formatted(planned.name(), pictures.size() + 1, plan.size()));
            var picture = compose(planned, files);
            pictures.add(picture);
            if (planned.page()) {
                pages.add(picture);
            }
            count.composed(pictures.size(), plan.size());
        }
        var pdf = pdf(order, pages, files);
        var contents = SetContents.of(order, pictures);
        files.write(CONTENTS, contents.json());
        files.write(README, SetReadme.of(order, contents).getBytes(StandardCharsets.UTF_8));
        return new ComposedSet(pictures, pdf, zip(order, packed(pictures, pdf), attachments, files));
    }

    private SetFile compose(PlannedPicture planned, SetFiles files) throws IOException {
        var raster = planned.composed().get();
        byte[] jpeg = JpegDensity.set(codec.write(raster, OutputFormat.JPEG), planned.dpi());
        files.write(planned.name(), jpeg);
        return new SetFile(
                planned.name(),
                raster.width(),
                raster.height(),
                planned.dpi(),
                jpeg.length,
                FileHash.sha256(jpeg),
                planned.shows());
    }

    private Optional<String> pdf(SetOrder order, List<SetFile> pages, SetFiles files) throws IOException {
        boolean printed = switch (order.template()) {
            case CLIENT_CARD, DESIGN_PACK -> true;
            case BEFORE_AFTER, DISCLOSURE, PRODUCT_PACK, OPTION_BOARD, THUMBNAILS -> false;
        };
        if (!printed) {
            return Optional.empty();
        }
        var name = order.template().id() + ".pdf";
        progress.transferring("write " + name);
        files.stream(name, out -> BoardPdf.write(out, order, pages, files));
        return Optional.of(name);
    }

    private static List<String> packed(List<SetFile> pictures, Optional<String> pdf) {
        List<String> names = new ArrayList<>(List.of(README, CONTENTS));
        pdf.ifPresent(names::add);
        pictures.forEach(picture -> names.add(picture.name()));
        return names;
    }

    private String zip(SetOrder order, List<String> names, List<Attachment> attachments, SetFiles files)
            throws IOException {
        var zipName = order.template().id() + ".zip";
        progress.transferring("write " + zipName);
        files.stream(zipName, out -> {
            try (var zip = new SetZip(out, order.date().atTime(12, 0))) {
                for (String name : names) {
                    progress.transferring("pack " + name);
                    zip.add(name, entry -> {
                        try (var in = files.open(name)) {
                            in.transferTo(entry);
                        }
                    });
                }
                for (var attachment : attachments) {
                    progress.transferring("pack " + attachment.name());
                    zip.add(attachment.name(), entry -> {
                        try (var in = attachment.content().get()) {
                            in.transferTo(entry);
                        }
                    });
                }
            }
        });
        return zipName;
    }

    private static void checkNames(List<PlannedPicture> plan, List<Attachment> attachments) {
        Set<String> names = new HashSet<>(Set.of(CONTENTS));
        plan.forEach(planned -> names.add(planned.name()));
        for (var attachment : attachments) {
            if (!names.add(attachment.name())) {
                throw new SetOrderRefused("Two files of the set are called %s. Give the attachment another name."
                        .formatted(attachment.name()));
            }
        }
    }
}
