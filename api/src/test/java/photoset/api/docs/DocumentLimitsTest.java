package photoset.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import photoset.api.RunningApi;
import photoset.api.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the whole API document, so that no field of a next call is forgotten. */
class DocumentLimitsTest {
    private static final List<String> OF_STRINGS = List.of("pattern", "enum", "format", "maxLength");

    /** What a whole number's format says of its end. */
    private static final List<String> OF_WHOLE_NUMBERS = List.of("int32", "int64");

    private final JsonNode document = JsonMapper.shared()
            .readTree(RunningApi.shared().stranger().get("/v3/api-docs").body());

    private final List<String> lacks = new ArrayList<>();

    @Test
    void everyFieldOfEverySchemaHasItsLimits() {
        document.at("/components/schemas").properties().forEach(schema -> walk(schema.getKey(), schema.getValue()));
        assertThat(lacks).isEmpty();
    }

    @Test
    void everyParameterAndEveryBodyHasItsLimits() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(call -> {
                    call.path("parameters")
                            .forEach(parameter -> walk(
                                    path.getKey() + " " + parameter.path("name").asString(), parameter.path("schema")));
                    call.findValues("content")
                            .forEach(content -> content.forEach(body -> walk(path.getKey(), body.path("schema"))));
                }));
        assertThat(lacks).isEmpty();
    }

    @Test
    void everyCallNamesTheStatusesOfItsRefusals() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    var name = call.getKey() + " " + path.getKey();
                    var statuses = statuses(call.getValue());
                    assertThat(statuses)
                            .as(name)
                            .contains("400", "406", "500", "503")
                            .doesNotContain("default");
                    if (call.getValue().at("/security/0").has("bearer")) {
                        assertThat(statuses).as(name).contains("401", "429");
                    }
                    if (call.getValue().at("/security/0").has("callback")) {
                        assertThat(statuses).as(name).contains("403");
                        assertThat(document.at("/components/securitySchemes/callback/name")
                                        .asString(""))
                                .isEqualTo("X-Callback-Secret");
                    }
                    if (call.getValue().has("requestBody")) {
                        assertThat(statuses).as(name).contains("408", "413", "415");
                    }
                    if (path.getKey().contains("{id}")) {
                        assertThat(statuses).as(name).contains("404");
                    }
                }));
    }

    @Test
    void everyProblemIsARefusalOfSomeCall() {
        var described = document.path("paths").findValues("responses").stream()
                .flatMap(answers -> answers.valueStream())
                .map(answer -> answer.path("description").asString(""))
                .toList();
        // It is of an address, and every call that the document has is served there.
        assertThat(Arrays.stream(Problem.values()).filter(problem -> problem != Problem.METHOD_NOT_ALLOWED))
                .allSatisfy(problem -> assertThat(described)
                        .anyMatch(text -> text.contains(problem.name() + ": " + problem.sentence())));
    }

    @Test
    void everySchemaThatIsReferredToExistsAndIsUsed() {
        Set<String> used = document.findValuesAsString("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> known = document.at("/components/schemas").properties().stream()
                .map(schema -> schema.getKey())
                .collect(Collectors.toSet());
        assertThat(known).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Set<String> statuses(JsonNode call) {
        return call.path("responses").properties().stream()
                .map(answer -> answer.getKey())
                .collect(Collectors.toSet());
    }

    private void walk(String place, JsonNode schema) {
        var types = types(schema);
        demand(!types.contains("string") || OF_STRINGS.stream().anyMatch(schema::has), place, "string");
        demand(!types.contains("number") || (schema.has("minimum") && schema.has("maximum")), place, "number");
        demand(!types.contains("integer") || (schema.has("minimum") && hasEnd(schema)), place, "integer");
        demand(!types.contains("array") || schema.has("maxItems"), place, "array");
        demand(!types.contains("object") || isBounded(schema), place, "object");
        schema.path("properties").properties().forEach(field -> walk(place + "." + field.getKey(), field.getValue()));
        Stream.of("items", "additionalProperties", "propertyNames")
                .filter(schema::has)
                .forEach(part -> walk(place + " " + part, schema.path(part)));
        Stream.of("oneOf", "anyOf", "allOf")
                .forEach(choice -> schema.path(choice).forEach(part -> walk(place + " " + choice, part)));
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString(""));
    }

    private static boolean hasEnd(JsonNode number) {
        return number.has("maximum")
                || OF_WHOLE_NUMBERS.contains(number.path("format").asString(""));
    }

    /** Fields with names, or a map of few. */
    private static boolean isBounded(JsonNode object) {
        return object.has("properties") || (object.has("maxProperties") && object.has("propertyNames"));
    }

    private void demand(boolean kept, String place, String what) {
        if (!kept) {
            lacks.add(place + " (" + what + ")");
        }
    }
}
