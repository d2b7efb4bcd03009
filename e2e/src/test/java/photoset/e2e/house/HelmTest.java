package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import photoset.workflows.TaskQueues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Renders the chart as helm would and holds what it promises. */
class HelmTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CHART = Repository.ROOT.resolve("helm/photoset");
    private static final Map<String, String> PROCESSES =
            Map.of("api-web", "api", "api-jobs", "api", "activities-cpu", "cpu", "activities-gpu", "gpu");

    private static final String SECRETS = """
            secrets:
              authSecret: an-authentication-secret-of-32-bytes
              callbackSecret: a-callback-secret
              databasePassword: a-database-password
              databaseOwnerPassword: an-owners-password
              store:
                api: {accessKey: api-key, secretKey: api-store-secret}
                cpu: {accessKey: cpu-key, secretKey: cpu-store-secret}
                gpu: {accessKey: gpu-key, secretKey: gpu-store-secret}
            """;

    private static final String WITH_BEARER = SECRETS.replace("authSecret", "remoteBearer: a-bearer\n  authSecret");

    private static final String EVERYTHING = SECRETS + """
            trustedProxies: [10.0.0.0/8, "fd00::/8"]
            ingress: {enabled: true, host: photos.example.org, tlsSecret: photos-tls}
            processes:
              activities-cpu: {scaling: {enabled: true}}
              activities-gpu: {scaling: {enabled: true}, gpu: {enabled: true, runtimeClassName: nvidia}}
            """;

    @TempDir
    private Path folder;

    @Test
    void lintsWithoutAWord() {
        // helm lints with the chart's own values, which hold no secret on purpose: a copy gets them.
        var copy = folder.resolve("photoset");
        copy(CHART, copy);
        append(copy.resolve("values.yaml"), SECRETS);
        var result = new Helm(copy).lint().strict().call();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void everyProcessGetsOnlySettingsThatItReads() {
        for (var pod : deployments(EVERYTHING).entrySet()) {
            var process = PROCESSES.getOrDefault(pod.getKey(), "");
            var variables = variables(pod.getValue(), EVERYTHING);
            var unknown = new TreeSet<>(variables);
            unknown.removeAll(Variables.known(process));
            assertThat(unknown)
                    .as("variables of %s that nothing reads", pod.getKey())
                    .isEmpty();
            assertThat(variables).as("variables of %s", pod.getKey()).containsAll(Variables.required(process));
        }
    }

    @Test
    void workersHaveNeitherPasswordNorWayToTheDatabase() {
        var pods = deployments(EVERYTHING);
        for (var worker : Set.of("activities-cpu", "activities-gpu")) {
            assertThat(variables(pods.getOrDefault(worker, JSON.createObjectNode()), EVERYTHING))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("DATABASE") || name.contains("AUTH"));
        }
        var policy = only(EVERYTHING, "NetworkPolicy", "photoset-workers");
        List<Integer> ports = new ArrayList<>();
        policy.path("spec").path("egress").forEach(rule -> {
            assertThat(rule.path("ports").isEmpty()).isFalse();
            rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
        });
        assertThat(ports).containsExactlyInAnyOrder(53, 53, 7233, 8333);
    }

    @Test
    void onlyTheJobsMayChangeTheSchema() {
        deployments(EVERYTHING)
                .forEach((process, deployment) -> assertThat(
                                variables(deployment, EVERYTHING).stream().filter(name -> name.contains("MIGRATION")))
                        .as(process)
                        .hasSize(process.equals("api-jobs") ? 2 : 0));
    }

    @Test
    void podsRunWithoutRights() {
        deployments(EVERYTHING).forEach((process, deployment) -> {
            var pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(process)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10_001);
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            var container = pod.at("/containers/0");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asString())
                    .isEqualTo("ALL");
            assertThat(container.path("image").asString())
                    .doesNotEndWith(":latest")
                    .matches("photoset/photoset-[a-z-]+:0\\.1\\.0");
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.at("/" + probe + "/httpGet/path").asString())
                        .startsWith("/actuator/health/");
            }
            assertThat(container.at("/resources/limits/memory").asString("")).isNotEmpty();
        });
    }

    @Test
    void aPodMayFinishItsWorkBeforeItIsKilled() {
        deployments(EVERYTHING).forEach((process, deployment) -> {
            var pod = deployment.at("/spec/template/spec");
            int drain = seconds(pod, "PHOTOSET_[A-Z]+_DRAIN(MAX)?");
            int spring = seconds(pod, "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE");
            assertThat(drain).as(process).isPositive().isLessThan(spring);
            assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                    .as(process)
                    .isGreaterThan(spring);
        });
    }

    private static int seconds(JsonNode pod, String variable) {
        for (JsonNode entry : pod.at("/containers/0/env")) {
            if (entry.path("name").asString().matches(variable)) {
                return Integer.parseInt(entry.path("value").asString().replace("s", ""));
            }
        }
        return 0;
    }

    @Test
    void anExternalProviderIsReachedFromTheGpuWorkerOnly() {
        var values = WITH_BEARER + """
                processes:
                  activities-gpu:
                    segmenter: remote
                    remote: {endpoint: "https://gpu.example.org/run", callbackUrl: "https://photos.example.org", bearer: true}
                """;
        assertThat(variables(deployments(values).getOrDefault("activities-gpu", JSON.createObjectNode()), values))
                .contains("PHOTOSET_REMOTE_ENDPOINT", "PHOTOSET_REMOTE_CALLBACKURL", "PHOTOSET_REMOTE_BEARER");
        assertThat(only(values, "NetworkPolicy", "photoset-remote")
                        .at("/spec/podSelector")
                        .toString())
                .contains("activities-gpu");
    }

    @Test
    void theJobsRoleHasNoSecretOfTheWebRole() {
        var pods = deployments(EVERYTHING);
        assertThat(variables(pods.getOrDefault("api-web", JSON.createObjectNode()), EVERYTHING))
                .contains("PHOTOSET_AUTH_SECRET", "PHOTOSET_CALLBACK_SECRET");
        assertThat(variables(pods.getOrDefault("api-jobs", JSON.createObjectNode()), EVERYTHING))
                .contains("PHOTOSET_DATABASE_PASSWORD")
                .doesNotContain("PHOTOSET_AUTH_SECRET", "PHOTOSET_CALLBACK_SECRET");
    }

    @Test
    void anExternalProviderGetsLinksThatItCanReachAndItsToken() {
        var values = WITH_BEARER + """
                processes:
                  activities-gpu:
                    segmenter: remote
                    remote: {endpoint: "https://gpu.example.org/run", callbackUrl: "https://photos.example.org", bearer: true}
                """;
        var env = deployments(values)
                .getOrDefault("activities-gpu", JSON.createObjectNode())
                .at("/spec/template/spec/containers/0/env")
                .toString();
        assertThat(env)
                .contains("{\"name\":\"PHOTOSET_STORE_PUBLICENDPOINT\",\"value\":\"https://pictures.example.org\"}");
        assertThat(only(values, "Secret", "photoset")
                        .at("/stringData/remote-bearer")
                        .asString())
                .isEqualTo("a-bearer");
    }

    @Test
    void certificatesAreMountedWhereTheyAreRead() {
        var values = SECRETS + """
                temporal: {tls: {secret: temporal-client, serverName: temporal.internal}}
                database: {tls: {mode: verify-full, rootCertificateSecret: database-ca}}
                cors: {allowedOrigins: ["https://app.example.org", "http://localhost:3000"]}
                """;
        deployments(values).forEach((process, deployment) -> {
            assertThat(variables(deployment, values))
                    .as(process)
                    .contains(
                            "SPRING_TEMPORAL_CONNECTION_MTLS_CERTCHAINFILE",
                            "SPRING_TEMPORAL_CONNECTION_MTLS_KEYFILE",
                            "SPRING_TEMPORAL_CONNECTION_MTLS_SERVERNAME")
                    .isSubsetOf(Variables.known(PROCESSES.getOrDefault(process, "")));
            assertThat(deployment.toString())
                    .contains(
                            "\"secretName\":\"temporal-client\"", "\"mountPath\":\"/tls/temporal\",\"readOnly\":true");
            assertThat(deployment.toString().contains("\"secretName\":\"database-ca\""))
                    .as("the database's authority in %s", process)
                    .isEqualTo(process.startsWith("api-"));
        });
        var api = only(values, "ConfigMap", "photoset-api").path("data");
        assertThat(api.path("PHOTOSET_DATABASE_TLS_MODE").asString()).isEqualTo("verify-full");
        assertThat(api.path("PHOTOSET_DATABASE_TLS_ROOTCERTIFICATE").asString()).isEqualTo("/tls/database/ca.crt");
        assertThat(api.path("PHOTOSET_CORS_ALLOWEDORIGINS").asString())
                .isEqualTo("https://app.example.org,http://localhost:3000");
    }

    @Test
    void aModelPackageIsMountedToBeRead() {
        var values = SECRETS + """
                processes:
                  activities-gpu:
                    segmenter: sam3
                    model: {claim: models, path: sam3/current}
                    gpu: {enabled: true}
                """;
        var worker = deployments(values).getOrDefault("activities-gpu", JSON.createObjectNode());
        assertThat(variables(worker, values)).contains("PHOTOSET_GPU_MODELDIR", "PHOTOSET_GPU_DEVICE");
        assertThat(worker.toString())
                .contains(
                        "/models/sam3/current",
                        "\"claimName\":\"models\"",
                        "\"mountPath\":\"/models\",\"readOnly\":true");
        assertThat(deployments(values)
                        .getOrDefault("activities-cpu", JSON.createObjectNode())
                        .toString())
                .doesNotContain("/models");
    }

    @Test
    void theApiKnowsTheProxiesBeforeIt() {
        assertThat(only(EVERYTHING, "ConfigMap", "photoset-api")
                        .at("/data/PHOTOSET_LIMITS_TRUSTEDPROXIES")
                        .asString())
                .isEqualTo("10.0.0.0/8,fd00::/8");
    }

    @Test
    void noSecretStandsInASetting() {
        var secret = only(EVERYTHING, "Secret", "photoset").path("stringData");
        List<JsonNode> others = documents(EVERYTHING).stream()
                .filter(document -> !document.path("kind").asString().equals("Secret"))
                .toList();
        assertThat(secret.size()).isEqualTo(10);
        secret.properties()
                .forEach(entry -> assertThat(others.toString())
                        .as(entry.getKey())
                        .doesNotContain(entry.getValue().asString()));
    }

    @Test
    void aSecretMadeElsewhereIsUsedAsItIs() {
        var values = "secrets: {existingSecret: mine}\n";
        assertThat(documents(values))
                .noneMatch(document -> document.path("kind").asString().equals("Secret"));
        assertThat(deployments(values).values())
                .allMatch(deployment -> deployment.toString().contains("\"mine\""));
    }

    @Test
    void everythingOptionalCanBeTurnedOn() {
        assertThat(documents(EVERYTHING).stream()
                        .map(document -> document.path("kind").asString()))
                .contains("Ingress", "ScaledObject", "PodDisruptionBudget", "NetworkPolicy", "ServiceAccount");
        assertThat(deployments(EVERYTHING)
                        .getOrDefault("activities-gpu", JSON.createObjectNode())
                        .toString())
                .contains("nvidia.com/gpu")
                .doesNotContain("\"replicas\"");
        assertThat(only(EVERYTHING, "ScaledObject", "photoset-activities-gpu").toString())
                .contains(TaskQueues.GPU);
        assertThat(only(EVERYTHING, "ScaledObject", "photoset-activities-cpu").toString())
                .contains(TaskQueues.CPU);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            processes: {api-web: {replicas: -1}}                  | replicas
            processes: {activities-gpu: {segmenter: magic}}       | segmenter
            processes: {activities-cpu: {scalling: {enabled: true}}} | scalling
            temporal: {target: temporal}                          | target
            processes: {activities-gpu: {segmenter: remote}}      | endpoint
            processes: {activities-gpu: {segmenter: sam3}}        | claim
            image: {tag: latest}                                  | tag
            secrets: {authSecret: short}                          | authSecret
            trustedProxies: [ingress.example.org]                 | trustedProxies
            database: {tls: {mode: verify-full}}                  | rootCertificateSecret
            cors: {allowedOrigins: ["*"]}                         | allowedOrigins
            databse: {host: db}                                   | databse
            """)
    void theSchemaRefusesNonsense(String values, String named) {
        var file = folder.resolve("nonsense.yaml");
        append(file, values);
        assertThatThrownBy(() -> template(SECRETS).withValuesFile(file).call()).hasMessageContaining(named);
    }

    private TemplateCommand template(String values) {
        var file = folder.resolve("values-" + Integer.toHexString(values.hashCode()) + ".yaml");
        if (!Files.exists(file)) {
            append(file, values);
        }
        return new Helm(CHART).template().withName("photoset").withValuesFile(file);
    }

    private List<JsonNode> documents(String values) {
        List<JsonNode> found = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(template(values).call())) {
            if (document != null) {
                found.add(JSON.valueToTree(document));
            }
        }
        return found;
    }

    private JsonNode only(String values, String kind, String name) {
        var found = documents(values).stream()
                .filter(document -> document.path("kind").asString().equals(kind)
                        && document.at("/metadata/name").asString().equals(name))
                .toList();
        assertThat(found).as("%s %s", kind, name).hasSize(1);
        return found.getFirst();
    }

    private Map<String, JsonNode> deployments(String values) {
        Map<String, JsonNode> found = new TreeMap<>();
        documents(values).stream()
                .filter(document -> document.path("kind").asString().equals("Deployment"))
                .forEach(document -> found.put(
                        document.at("/spec/template/metadata/labels/app.kubernetes.io~1component")
                                .asString(),
                        document));
        assertThat(found.keySet()).isEqualTo(new TreeSet<>(PROCESSES.keySet()));
        return found;
    }

    private Set<String> variables(JsonNode deployment, String values) {
        var container = deployment.at("/spec/template/spec/containers/0");
        Set<String> names = new TreeSet<>();
        container.path("env").forEach(entry -> names.add(entry.path("name").asString()));
        container
                .path("envFrom")
                .forEach(from -> names.addAll(
                        only(values, "ConfigMap", from.at("/configMapRef/name").asString())
                                .path("data")
                                .propertyNames()));
        return names;
    }

    private static void append(Path file, String text) {
        try {
            var before = Files.exists(file) ? Files.readString(file) : "";
            // A second mapping of the same name would be an error: the appended one wins.
            var kept = text.startsWith("secrets:") ? before.replaceAll("(?ms)^secrets:.*?(?=^\\S)", "") : before;
            Files.writeString(file, kept + "\n" + text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
