package photoset.api.instances;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import photoset.api.instances.InstanceView.RunLengths;
import photoset.api.ownmasks.MaskSource;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.segmentation.InstanceBox;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the masks of a job as a zip: for each photo a folder, or a file of outlines, and in {@code instances.json} what is
 * known of each instance. One photo's instances or one buffer of a picture at a time is in memory.
 */
final class MaskZip {
    private final JsonMapper json;
    private final StoredRunLengths files;
    private final ObjectStore store;

    MaskZip(JsonMapper json, StoredRunLengths files, ObjectStore store) {
        this.json = json;
        this.files = files;
        this.store = store;
    }

    /** What is known of an instance beside its pixels. */
    private record Listed(
            @JsonProperty("idx") int idx,
            @JsonProperty("concept") String concept,
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("name") String name,
            @JsonProperty("label") int label,
            @JsonProperty("score") double score,
            @JsonProperty("box") InstanceBox box,
            @JsonProperty("area") long area,
            @JsonProperty("version") int version,
            @JsonProperty("source") MaskSource source) {
        static Listed of(InstanceRow row) {
            return new Listed(
                    row.idx(),
                    row.concept(),
                    row.instanceId(),
                    row.name(),
                    row.label(),
                    row.score(),
                    row.box(),
                    row.area(),
                    row.version(),
                    MaskSource.of(row.version()));
        }
    }

    /** An instance with its outlines: rings that are filled where an odd number of them lies around. */
    private record Outlined(
            @JsonProperty("instance") Listed instance,
            @JsonProperty("polygons") List<List<int[]>> polygons) {}

    /** The outlines of one photo. */
    private record OutlinedPhoto(
            @JsonProperty("idx") int idx,
            @JsonProperty("file_name") String file,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height,
            @JsonProperty("instances") List<Outlined> instances) {}

    /** The mask of each concept in each photo, and its label map where there is one. */
    void writePictures(ExportedJob job, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            // PNGs are compressed already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            list(job, zip);
            for (var photo : job.photos()) {
                Map<String, InstanceRow> byConcept = new LinkedHashMap<>();
                photo.instances().forEach(instance -> byConcept.putIfAbsent(instance.concept(), instance));
                for (var one : byConcept.values()) {
                    var name = one.idx() + "/" + one.concept();
                    copy(one.maskKey(), name + ".png", zip);
                    copy(labels(job.keys(), one), name + ".labels.png", zip);
                }
            }
        }
    }

    private static String labels(ObjectKeys keys, InstanceRow one) {
        return one.version() == 0
                ? keys.labels(one.idx(), one.concept())
                : keys.ownLabels(one.idx(), one.concept(), one.version());
    }

    /** The outlines of the instances of each photo. */
    void writeOutlines(ExportedJob job, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            list(job, zip);
            for (var photo : job.photos()) {
                var pixels = files.read(job.keys(), photo.instances());
                var outlined = photo.instances().stream()
                        .map(instance -> new Outlined(Listed.of(instance), outlines(pixels.of(instance))))
                        .toList();
                zip.putNextEntry(new ZipEntry(photo.idx() + ".json"));
                json.writeValue(
                        uncloseable(zip),
                        new OutlinedPhoto(photo.idx(), photo.file(), photo.width(), photo.height(), outlined));
                zip.closeEntry();
            }
        }
    }

    private static List<List<int[]>> outlines(@Nullable RunLengths pixels) {
        return pixels == null ? List.of() : Outlines.of(pixels);
    }

    private void list(ExportedJob job, ZipOutputStream zip) throws IOException {
        var all = job.photos().stream()
                .flatMap(photo -> photo.instances().stream())
                .map(Listed::of)
                .toList();
        zip.putNextEntry(new ZipEntry("instances.json"));
        json.writeValue(uncloseable(zip), all);
        zip.closeEntry();
    }

    private void copy(String key, String name, ZipOutputStream zip) throws IOException {
        var found = store.open(key);
        if (found.isEmpty()) {
            return;
        }
        try (var in = found.get()) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
        }
    }

    /** A writer of JSON closes what it writes to. */
    private static OutputStream uncloseable(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                try {
                    flush();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        };
    }
}
