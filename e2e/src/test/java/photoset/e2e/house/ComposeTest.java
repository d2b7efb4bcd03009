package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what docker-compose.yml promises, without a container runtime. */
class ComposeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode BASE = read("docker-compose.yml");
    private static final JsonNode FULL = read("docker-compose.full.yml");

    /** Our services, and the process that runs in each. */
    private static final Map<String, String> OURS =
            Map.of("api", "api", "activities-cpu", "cpu", "activities-gpu", "gpu");

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.full.yml", "docker-compose.gpu.yml"})
    void keepsTheSchemaOfTheSpecification(String file) throws IOException {
        try (var in = ComposeTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            // Says `id` for what is `$id` since draft 6; nothing refers to it.
            var schema = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\"id\": \"[^\"]*\",", "");
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                            .getSchema(schema)
                            .validate(read(file)))
                    .isEmpty();
        }
    }

    @Test
    void everyVariableIsASettingThatTheProcessReads() {
        OURS.forEach((service, process) -> {
            var unknown = new TreeSet<>(variables(service));
            unknown.removeAll(Variables.known(process));
            assertThat(unknown)
                    .as("variables of %s that nothing reads", service)
                    .isEmpty();
        });
    }

    @Test
    void theGpuFileSetsWhatTheWorkerReads() {
        var worker = read("docker-compose.gpu.yml").at("/services/activities-gpu");

        assertThat(worker.path("environment").propertyNames())
                .contains("PHOTOSET_GPU_MODELDIR")
                .isSubsetOf(Variables.known("gpu"));
        assertThat(worker.at("/deploy/resources/reservations/devices/0/capabilities/0")
                        .asString())
                .isEqualTo("gpu");
    }

    @Test
    void everyRequiredSettingIsSet() {
        OURS.forEach((service, process) ->
                assertThat(variables(service)).as("variables of %s", service).containsAll(Variables.required(process)));
    }

    @Test
    void workersHaveNoPasswordOfTheDatabase() {
        for (var worker : Set.of("activities-cpu", "activities-gpu")) {
            assertThat(variables(worker)).noneMatch(name -> name.contains("DATABASE") || name.contains("R2DBC"));
        }
    }

    /** On a network everybody reaches every port of everybody. */
    @Test
    void everyServiceReachesOnlyWhatItNeeds() {
        assertThat(reachable("activities-cpu")).containsExactly("gateway");
        assertThat(reachable("activities-gpu")).containsExactly("gateway");
        assertThat(reachable("api")).containsExactlyInAnyOrder("gateway", "postgres");
        assertThat(reachable("postgres")).containsExactly("api");
        assertThat(reachable("store")).containsExactlyInAnyOrder("gateway", "store-setup");
        assertThat(reachable("temporal"))
                .containsExactlyInAnyOrder("gateway", "temporal-postgres", "temporal-schema", "temporal-namespace");
        assertThat(reachable("temporal-postgres")).containsExactlyInAnyOrder("temporal", "temporal-schema");
    }

    @Test
    void theGatewayOpensOnePortOfTheStoreAndOneOfTemporal() {
        var config = service("gateway").path("command").toString();
        var lines = Pattern.compile("\\b(bind|server \\w+) (\\S*:\\d+)").matcher(config);
        assertThat(lines.results().map(found -> found.group(2)))
                .containsExactly(":8333", "store:8333", ":7233", "temporal:7233");
        OURS.keySet().forEach(name -> {
            assertThat(environment(name).path("PHOTOSET_STORE_ENDPOINT").asString())
                    .isEqualTo("http://gateway:8333");
            assertThat(environment(name)
                            .path("SPRING_TEMPORAL_CONNECTION_TARGET")
                            .asString())
                    .isEqualTo("gateway:7233");
        });
    }

    @Test
    void onlyWhatIsPublishedHasAWayOut() {
        Set<String> open = new TreeSet<>();
        for (var file : List.of(BASE, FULL)) {
            file.path("networks").properties().forEach(network -> {
                if (!network.getValue().path("internal").asBoolean(false)) {
                    open.add(network.getKey());
                }
            });
        }
        assertThat(open).containsExactly("console", "edge");
        for (var name : services()) {
            if (networks(name).stream().anyMatch(open::contains)) {
                assertThat(service(name).has("ports")).as(name).isTrue();
            }
        }
    }

    private static Set<String> reachable(String from) {
        var own = networks(from);
        return services().stream()
                .filter(other -> !other.equals(from))
                .filter(other -> networks(other).stream().anyMatch(own::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With both files, as compose merges them. A service without a network of its own would be on a default one. */
    private static Set<String> networks(String service) {
        Set<String> found = new TreeSet<>();
        for (var file : List.of(BASE, FULL)) {
            found.addAll(names(file.path("services").path(service).path("networks")));
        }
        assertThat(found).as("networks of %s", service).isNotEmpty();
        return found;
    }

    /** All but the one that is in the network of another. */
    private static Set<String> services() {
        Set<String> found = new TreeSet<>();
        for (var file : List.of(BASE, FULL)) {
            file.path("services").properties().stream()
                    .filter(service -> !service.getValue().has("network_mode"))
                    .forEach(service -> found.add(service.getKey()));
        }
        return found;
    }

    @Test
    void theApiServesAsARoleThatOwnsNothing() {
        var owner = service("postgres").at("/environment/POSTGRES_USER").asString();
        assertThat(environment("api").path("PHOTOSET_DATABASE_MIGRATIONUSER").asString())
                .isEqualTo(owner)
                .isNotEqualTo(Setting.all().stream()
                        .filter(setting -> setting.name().equals("photoset.database.user"))
                        .findFirst()
                        .flatMap(Setting::initial)
                        .orElse(owner));
        assertThat(environment("api").path("PHOTOSET_DATABASE_PASSWORD"))
                .isNotEqualTo(environment("api").path("PHOTOSET_DATABASE_MIGRATIONPASSWORD"));
    }

    @Test
    void eachProcessHasItsOwnKeyOfTheStore() {
        Set<String> keys = new HashSet<>();
        OURS.keySet()
                .forEach(name -> keys.add(
                        environment(name).path("PHOTOSET_STORE_ACCESSKEY").asString()));
        assertThat(keys).hasSize(OURS.size());
        var users = service("store").path("command").toString();
        assertThat(keys).allSatisfy(key -> assertThat(users).contains(key));
    }

    @Test
    void everyPrefixOfObjectKeysIsInTheRightsOfAWorker() {
        var keys = new ObjectKeys(
                new UserId("usr_00000000000000000000000000"), new JobId("job_00000000000000000000000000"));
        var users = service("store").path("command").toString();
        for (var key : List.of(
                keys.upload(0),
                keys.input(0, "jpg"),
                keys.view(0),
                keys.mask(0, "Wall"),
                keys.instances(0),
                keys.output("a", 0, "jpg"),
                keys.preview("a", 0),
                keys.manifest("a", 0))) {
            assertThat(users).contains("photoset/" + key.substring(0, key.indexOf('/')) + "/*");
        }
    }

    @Test
    void noSecretHasADefault() {
        var secret = Pattern.compile("(SECRET|PASSWORD|PWD)");
        for (var file : List.of(BASE, FULL)) {
            file.path("services")
                    .properties()
                    .forEach(service -> service.getValue()
                            .path("environment")
                            .properties()
                            .forEach(entry -> {
                                if (secret.matcher(entry.getKey()).find()) {
                                    assertThat(entry.getValue().asString())
                                            .as(entry.getKey())
                                            .matches("\\$\\{[A-Z_]+:(\\?.+|-)}");
                                }
                            }));
        }
    }

    @Test
    void everyVariableOfTheFilesIsInTheExample() {
        var example = Repository.read(".env.example");
        var used = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
        for (var file : List.of("docker-compose.yml", "docker-compose.full.yml", "docker-compose.gpu.yml")) {
            used.matcher(Repository.read(file))
                    .results()
                    .forEach(found -> assertThat(example).contains(found.group(1) + "="));
        }
        assertThat(example.lines().filter(line -> line.matches("[A-Z_]+=.+")))
                .as("values in the example")
                .isEmpty();
    }

    @Test
    void whatIsPublishedIsOnLoopback() {
        for (var file : List.of(BASE, FULL)) {
            file.path("services")
                    .properties()
                    .forEach(service -> service.getValue()
                            .path("ports")
                            .forEach(port -> assertThat(port.asString())
                                    .as(service.getKey())
                                    .startsWith("127.0.0.1:")));
        }
        assertThat(published()).containsExactlyInAnyOrder("api", "temporal", "gateway");
    }

    @Test
    void everyImageHasAVersionAndEveryServiceALimit() {
        for (var file : List.of(BASE, FULL)) {
            file.path("services").properties().forEach(service -> {
                var image = service.getValue().path("image").asString("");
                assertThat(image).as(service.getKey()).doesNotEndWith(":latest").matches("(.+:.*[0-9].*)?");
            });
        }
        BASE.path("services")
                .properties()
                .forEach(service -> assertThat(service.getValue()
                                .at("/deploy/resources/limits/memory")
                                .asString(""))
                        .as("memory of %s", service.getKey())
                        .isNotEmpty());
    }

    @Test
    void theServicesThatAreWaitedForSayWhenTheyAreHealthy() {
        for (var file : List.of(BASE, FULL)) {
            file.path("services")
                    .properties()
                    .forEach(service -> service.getValue()
                            .path("depends_on")
                            .properties()
                            .forEach(wait -> {
                                var target = BASE.path("services").has(wait.getKey())
                                                && !FULL.path("services").has(wait.getKey())
                                        ? service(wait.getKey())
                                        : merged(wait.getKey());
                                if (wait.getValue().path("condition").asString().equals("service_healthy")) {
                                    assertThat(target.has("healthcheck"))
                                            .as("%s waits for %s", service.getKey(), wait.getKey())
                                            .isTrue();
                                }
                            }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "activities-cpu", "activities-gpu"})
    void anImageRunsAsANumberedUserAndSaysWhetherItIsHealthy(String module) {
        var lines = Repository.read(module + "/Dockerfile").lines().toList();
        assertThat(lines).contains("USER 10001:10001").anyMatch(line -> line.startsWith("HEALTHCHECK "));
        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .allMatch(line -> line.matches("FROM (\\S+:\\S*[0-9]\\S*|build|(torch|base)-\\S+)( AS \\S+)?"));
        var own = "photoset-" + module + ".jar";
        assertThat(lines.getLast()).contains(own);
        var process = module.replace("activities-", "");
        var unknown = new TreeSet<String>();
        Pattern.compile("(?m)^(?:ENV | {4})([A-Z_]+)=")
                .matcher(Repository.read(module + "/Dockerfile"))
                .results()
                .map(found -> found.group(1))
                .filter(name ->
                        name.startsWith("PHOTOSET_") || name.startsWith("SPRING_") || name.endsWith("SERVER_PORT"))
                .forEach(unknown::add);
        unknown.removeAll(Variables.known(process));
        assertThat(unknown).as("variables of the image that nothing reads").isEmpty();
    }

    private static List<String> published() {
        List<String> found = new ArrayList<>();
        BASE.path("services").properties().forEach(service -> {
            if (service.getValue().has("ports")) {
                found.add(service.getKey());
            }
        });
        return found;
    }

    private static JsonNode merged(String service) {
        var over = FULL.path("services").path(service);
        return over.has("healthcheck") ? over : BASE.path("services").path(service);
    }

    private static JsonNode service(String name) {
        return BASE.path("services").path(name);
    }

    private static JsonNode environment(String service) {
        return service(service).path("environment");
    }

    private static Set<String> variables(String service) {
        return new TreeSet<>(environment(service).propertyNames());
    }

    private static List<String> names(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(entry -> found.add(entry.asString()));
        return found;
    }

    private static JsonNode read(String file) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.read(file));
        return JSON.valueToTree(tree);
    }
}
