package photoset.cli.segment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import photoset.cli.segment.LocalSegmenter.Question;
import photoset.gpu.sam3.engine.Prompt.Exemplar;
import photoset.standalone.embedded.UserError;
import photoset.workflows.segmentation.Concept;

/**
 * What to find in photos.
 *
 * @param examples boxes that show what is meant by a concept, or what is not
 */
public record SegmentOrder(String preset, List<Concept> concepts, List<Example> examples) {
    /**
     * A box in pixels of the upright photo.
     *
     * @param concept a concept's id
     * @param x left edge
     * @param y top edge
     * @param isMeant whether it shows what to find, or what to leave out
     */
    public record Example(String concept, int x, int y, int width, int height, boolean isMeant) {
        private Exemplar within(int photoWidth, int photoHeight) {
            if (x + width > photoWidth || y + height > photoHeight) {
                throw new UserError("The example of %s reaches beyond the photo, which has %d x %d pixels."
                        .formatted(concept, photoWidth, photoHeight));
            }
            return new Exemplar(
                    (double) x / photoWidth,
                    (double) y / photoHeight,
                    (double) width / photoWidth,
                    (double) height / photoHeight,
                    isMeant);
        }
    }

    Question question(int photoWidth, int photoHeight) {
        return new Question(
                preset,
                concepts,
                examples.stream()
                        .collect(groupingBy(
                                Example::concept,
                                mapping(example -> example.within(photoWidth, photoHeight), toList()))));
    }
}
