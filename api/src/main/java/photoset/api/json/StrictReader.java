package photoset.api.json;

import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as the API reads bodies, and names every fault at once. */
public final class StrictReader {
    private static final JsonMapper MAPPER = StrictJson.exact(JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()))
            .build();

    private StrictReader() {}

    /**
     * Reads a file's content.
     *
     * @throws ApiException {@link Problem#VALIDATION_FAILED} with every field that does not fit the type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(MAPPER, json, MAPPER.constructType(type)));
    }

    static Object read(JsonMapper mapper, byte[] json, JavaType type) {
        var unstorable = BodyTexts.unstorable(mapper, json);
        if (!unstorable.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), unstorable);
        }
        try {
            return mapper.readerFor(type).readValue(json);
        } catch (JacksonException first) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    Problem.VALIDATION_FAILED.sentence(),
                    new BodyFaults(mapper, type).in(json, first));
        }
    }
}
