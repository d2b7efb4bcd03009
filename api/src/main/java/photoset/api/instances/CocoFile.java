package photoset.api.instances;

import java.io.OutputStream;
import java.util.List;
import photoset.api.instances.CocoDocument.Annotation;
import photoset.api.instances.CocoDocument.Category;
import photoset.api.instances.CocoDocument.DatasetInfo;
import photoset.api.instances.CocoDocument.Image;
import photoset.api.ownmasks.MaskSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link CocoDocument}. The pixels of one photo at a time are in memory. */
final class CocoFile {
    private final JsonMapper json;
    private final StoredRunLengths files;

    CocoFile(JsonMapper json, StoredRunLengths files) {
        this.json = json;
        this.files = files;
    }

    void write(ExportedJob job, OutputStream out) {
        var concepts = job.concepts();
        try (var file = json.createGenerator(out)) {
            file.writeStartObject();
            file.writePOJOProperty(
                    "info", new DatasetInfo("Masks of the job " + job.keys().job()));
            file.writePOJOProperty(
                    "images",
                    job.photos().stream()
                            .map(photo -> new Image(photo.idx(), photo.file(), photo.width(), photo.height()))
                            .toList());
            file.writePOJOProperty(
                    "categories",
                    concepts.stream()
                            .map(concept -> new Category(category(concepts, concept), concept, job.preset()))
                            .toList());
            file.writeArrayPropertyStart("annotations");
            annotations(file, job, concepts);
            file.writeEndArray();
            file.writeEndObject();
        }
    }

    private void annotations(JsonGenerator file, ExportedJob job, List<String> concepts) {
        int id = 1;
        for (var photo : job.photos()) {
            var pixels = files.read(job.keys(), photo.instances());
            for (var instance : photo.instances()) {
                file.writePOJO(new Annotation(
                        id++,
                        photo.idx(),
                        category(concepts, instance.concept()),
                        0,
                        instance.area(),
                        instance.box(),
                        pixels.of(instance),
                        instance.score(),
                        instance.instanceId(),
                        instance.name(),
                        instance.version(),
                        MaskSource.of(instance.version())));
            }
        }
    }

    /** From 1, as COCO's own. */
    private static int category(List<String> concepts, String concept) {
        return concepts.indexOf(concept) + 1;
    }
}
