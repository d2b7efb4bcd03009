package photoset.api.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds every field of a body that does not fit its type. The reader stops at the first fault, so the faulty field is
 * cut out of the tree and the rest is read again, until it fits or too much is wrong.
 */
final class BodyFaults {
    /** Enough for a person to mend a request; keeps a hostile body from being read over and over. */
    private static final int FAULTS_MAX = 20;

    private final JsonMapper mapper;
    private final JavaType type;

    BodyFaults(JsonMapper mapper, JavaType type) {
        this.mapper = mapper;
        this.type = type;
    }

    List<Detail> in(byte[] body, JacksonException first) {
        JsonNode tree;
        try {
            tree = mapper.readTree(body);
        } catch (JacksonException broken) {
            return List.of(notJson(broken));
        }
        List<Detail> faults = new ArrayList<>();
        @Nullable JacksonException fault = first;
        while (fault != null && faults.size() < FAULTS_MAX) {
            faults.add(TypeDescription.missedBy(fault));
            fault = cut(tree, fault.getPath()) ? next(tree) : null;
        }
        return faults;
    }

    private @Nullable JacksonException next(JsonNode tree) {
        try {
            mapper.readerFor(type).readValue(mapper.treeAsTokens(tree));
            return null;
        } catch (JacksonException fault) {
            return fault;
        }
    }

    /** Takes the last step of the path out of the tree; false when there is nothing to take. */
    private static boolean cut(JsonNode tree, List<Reference> path) {
        JsonNode parent = tree;
        for (int i = 0; i < path.size() - 1; i++) {
            @Nullable String name = path.get(i).getPropertyName();
            parent = name == null ? parent.path(path.get(i).getIndex()) : parent.path(name);
        }
        if (path.isEmpty()) {
            return false;
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(String.valueOf(last.getPropertyName())) != null;
            case ArrayNode array -> !array.path(last.getIndex()).isNull() && replaced(array, last.getIndex());
            case JsonNode _ -> false;
        };
    }

    private static boolean replaced(ArrayNode array, int index) {
        array.setNull(index);
        return true;
    }

    private static Detail notJson(JacksonException broken) {
        var place = broken.getLocation();
        return place == null
                ? Detail.field("", "The body must be JSON.")
                : Detail.field(
                        "",
                        "The body must be JSON; line %d, column %d is not."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }
}
