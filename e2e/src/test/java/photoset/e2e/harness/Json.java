package photoset.e2e.harness;

import tools.jackson.databind.json.JsonMapper;

/** Writes values as JSON text. */
public final class Json {
    private Json() {}

    public static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
