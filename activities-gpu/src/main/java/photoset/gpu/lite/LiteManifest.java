package photoset.gpu.lite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.gpu.rooms.RoomPart;
import photoset.workflows.segmentation.Concept;

/**
 * What {@code lite.json} says about the network beside it.
 *
 * @param file name of the TorchScript file in the same folder
 * @param sha256 hash of that file, lower-case hex
 * @param classes the closed vocabulary, by output channel
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LiteManifest(String name, String version, String file, String sha256, Input input, List<Entry> classes) {
    /**
     * What the network wants to see.
     *
     * @param longSide pixels of the long side that it was trained on
     * @param multiple both sides are a multiple of this
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Input(@JsonProperty("long_side") int longSide, int multiple) {}

    /**
     * One concept.
     *
     * @param index output channel
     * @param group the preset that it is of
     * @param thin whether it is one or two pixels wide at the small scale, where it vanishes
     * @param roomPart what it counts as where a room's surfaces are decided; null if it has no part in that
     * @param liesOn the concept on which alone it lies; null if it lies anywhere
     * @param threshold the probability from which a pixel belongs to it
     * @param prompts English noun phrases, the best first
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            int index,
            String name,
            String group,
            Concept.Kind kind,
            boolean thin,
            @JsonProperty("room_part") @Nullable RoomPart roomPart,
            @JsonProperty("lies_on") @Nullable String liesOn,
            float threshold,
            List<String> prompts) {
        boolean isCountable() {
            return kind == Concept.Kind.INSTANCE;
        }

        Concept concept() {
            return new Concept(name, prompts.getFirst(), kind);
        }
    }

    Optional<Entry> entry(String concept) {
        return classes.stream().filter(entry -> entry.name().equals(concept)).findFirst();
    }

    Entry known(String concept) {
        return entry(concept).orElseThrow(() -> new IllegalArgumentException("no such concept: " + concept));
    }

    Entry part(RoomPart wanted) {
        return classes.stream()
                .filter(entry -> entry.roomPart() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no concept is the " + wanted + " of a room"));
    }

    /** The preset whose photos show rooms. */
    String roomPreset() {
        return part(RoomPart.WALL).group();
    }

    /** Name and version as manifests of outputs state them. */
    String label() {
        return name + "/" + version;
    }
}
