package photoset.api.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.Envelope.Detail;
import photoset.api.text.StorableText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/** Finds the strings of a body that could not be kept: values at any depth, and the keys of maps. */
final class BodyTexts {
    /** As many as {@link BodyFaults} names. */
    private static final int FAULTS_MAX = 20;

    private BodyTexts() {}

    /** The fields; none when the body is no JSON, which its reader says better. */
    static List<Detail> unstorable(JsonMapper mapper, byte[] body) {
        List<Detail> faults = new ArrayList<>();
        try (var parser = mapper.createParser(body)) {
            for (@Nullable JsonToken token = parser.nextToken();
                    token != null && faults.size() < FAULTS_MAX;
                    token = parser.nextToken()) {
                if (isText(token) && !StorableText.fits(parser.getString())) {
                    faults.add(Detail.field(StorableText.replaced(place(parser)), StorableText.NEEDED));
                }
            }
        } catch (JacksonException notJson) {
            return List.of();
        }
        return faults;
    }

    private static boolean isText(JsonToken token) {
        return token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING;
    }

    /** {@code items[3].filename}. */
    private static String place(JsonParser parser) {
        var place = new StringBuilder();
        for (@Nullable TokenStreamContext at = parser.streamReadContext(); at != null; at = at.getParent()) {
            if (at.inArray()) {
                place.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.inObject()) {
                @Nullable TokenStreamContext parent = at.getParent();
                boolean first = parent == null || parent.inRoot();
                place.insert(0, (first ? "" : ".") + at.currentName());
            }
        }
        return place.toString();
    }
}
