package photoset.e2e.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds who may know whom (docs/decisions/0001 to 0012), read from the class files and the POMs. */
class ArchitectureTest {
    private static final JavaClasses PHOTOSET = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("photoset");

    /** Fewer would mean that a module is missing from the class path. */
    private static final int CLASSES_MIN = 250;

    /** Each module and the modules of ours it may know; the picture in ARCHITECTURE.md. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "workflows", Set.of(),
            "objects", Set.of(),
            "imaging", Set.of(),
            "activities", Set.of("workflows"),
            "api", Set.of("workflows", "activities", "objects"),
            "cpu", Set.of("workflows", "activities", "objects", "imaging"),
            "gpu", Set.of("workflows", "activities", "objects", "imaging"),
            "standalone", Set.of("workflows", "objects", "api", "cpu", "gpu"),
            "cli", Set.of("workflows", "objects", "imaging", "api", "cpu", "gpu", "standalone"),
            "bench", Set.of("workflows", "objects", "imaging", "api", "cpu", "gpu", "standalone", "cli"));

    private static final Map<String, String> FOLDERS =
            Map.of("activities", "workflows", "cpu", "activities-cpu", "gpu", "activities-gpu");

    @Test
    void enoughClassesWereSeen() {
        assertThat(PHOTOSET).hasSizeGreaterThan(CLASSES_MIN);
    }

    @TestFactory
    List<DynamicTest> aModuleKnowsOnlyItsNeighbours() {
        return MODULES.keySet().stream()
                .sorted()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    var strangers = MODULES.keySet().stream()
                            .filter(other -> !other.equals(module)
                                    && !MODULES.getOrDefault(module, Set.of()).contains(other))
                            .map(other -> "photoset." + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("photoset." + module + "..")
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(strangers))
                            .because("a process can be replaced only if no other compiles against it")
                            .check(PHOTOSET);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aPomNamesOnlyItsNeighbours() {
        var ours = Pattern.compile("<artifactId>photoset-([a-z-]+)</artifactId>");
        return MODULES.keySet().stream()
                .sorted()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    var folder = FOLDERS.getOrDefault(module, module);
                    var named = new TreeSet<String>();
                    ours.matcher(Repository.read(folder + "/pom.xml"))
                            .results()
                            .map(found -> found.group(1).replace("activities-", ""))
                            .filter(name -> !name.equals(module) && !name.equals(folder))
                            .forEach(named::add);
                    assertThat(MODULES.getOrDefault(module, Set.of()))
                            .as("modules that %s may name", folder)
                            .containsAll(named);
                }))
                .toList();
    }

    @Test
    void aJarStartsAClassOfItsOwnModule() {
        var main = Pattern.compile("<mainClass>(photoset\\.(\\w+)\\.\\w+)</mainClass>");
        var modules = new TreeSet<String>();
        for (var module : MODULES.keySet()) {
            main.matcher(Repository.read(FOLDERS.getOrDefault(module, module) + "/pom.xml"))
                    .results()
                    .forEach(found -> {
                        assertThat(PHOTOSET.contain(found.group(1)))
                                .as(found.group(1))
                                .isTrue();
                        assertThat(found.group(2)).isEqualTo(module);
                        modules.add(module);
                    });
        }
        assertThat(modules).containsExactly("api", "bench", "cli", "cpu", "gpu");
    }

    @Test
    void workflowsKnowTemporalAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("photoset.workflows..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "photoset.workflows..",
                        "java.lang..",
                        "java.util",
                        "java.util.function..",
                        "java.util.regex..",
                        "java.util.stream..",
                        "java.time..",
                        "io.temporal..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..",
                        "org.slf4j..")
                .because("workflow code is replayed: no framework, no input or output, no threads of its own")
                .check(PHOTOSET);
    }

    @Test
    void imagingKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("photoset.imaging..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "photoset.imaging..",
                        "java.io",
                        "java.lang..",
                        "java.nio",
                        "java.nio.charset",
                        "java.util..",
                        "org.jspecify.annotations..")
                .andShould()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(nameMatching("java\\.io\\.(File|RandomAccess|Console).*")))
                .because("both workers and every bench share it: arithmetic on arrays, nothing that starts or waits")
                .check(PHOTOSET);
    }

    @Test
    void workflowsDoNotAskTheWorldOutside() {
        noClasses()
                .that()
                .resideInAPackage("photoset.workflows..")
                .should(callOneOf(
                        Pattern.compile("java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty)"
                                + "|java\\.time\\..*\\.now|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
                                + "|java\\.lang\\.Thread\\..*|java\\.util\\.(Random|HashMap|HashSet|Timer)\\.<init>"
                                + "|java\\.util\\.(Map|Set)\\.(of|ofEntries|copyOf)"
                                + "|java\\.util\\.stream\\.Collectors\\.(toSet|toUnmodifiableSet|toMap|toUnmodifiableMap|groupingBy)"
                                + "|java\\.util\\.Collection\\.parallelStream")))
                .because(
                        "a replay would get another answer; Workflow.currentTimeMillis, randomUUID, newRandom and sleep"
                                + " repeat theirs, and lists and linked collections keep their order")
                .check(PHOTOSET);
    }

    @Test
    void packagesOfOneModuleHaveNoCycles() {
        slices().matching("photoset.(**)")
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other neither can be read alone")
                .check(PHOTOSET);
    }

    @Test
    void onlyObjectsKnowsTheStoresClient() {
        onlyKnownIn(Set.of("photoset.objects.."), "io.minio..", "okhttp3..")
                .because("the rest asks for keys, not for S3")
                .check(PHOTOSET);
    }

    @Test
    void onlyTheModelsKnowTheEngine() {
        onlyKnownIn(Set.of("photoset.gpu.lite..", "photoset.gpu.sam3..", "photoset.gpu.torch.."), "ai.djl..")
                .because("a segmenter is exchanged by configuration; its neighbours see masks")
                .check(PHOTOSET);
    }

    @Test
    void onlyTheApiKnowsTheDatabase() {
        onlyKnownIn(
                        // The soak reads the books of an installation that it made itself.
                        Set.of("photoset.api..", "photoset.bench", "photoset.bench.soak.."),
                        "io.r2dbc..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.flywaydb..",
                        "org.springframework.r2dbc..",
                        "org.springframework.jdbc..")
                .because("a process that decodes hostile pictures shall have no way to the ledger")
                .check(PHOTOSET);
    }

    @Test
    void aMonoNeverLeavesTheApi() {
        onlyKnownIn(Set.of("photoset.api.."), "reactor..", "org.springframework.web.reactive..")
                .because("activities are plain methods; only the edge is reactive")
                .check(PHOTOSET);
    }

    @Test
    void controllersArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .or()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .because("nobody but the router calls them")
                .check(PHOTOSET);
    }

    @Test
    void settingsRefuseAMisspeltProperty() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .should(new ArchCondition<>("be a record and refuse unknown fields") {
                    @Override
                    public void check(JavaClass settings, ConditionEvents events) {
                        var annotation = settings.getAnnotationOfType(
                                "org.springframework.boot.context.properties.ConfigurationProperties");
                        boolean strict = annotation
                                .get("ignoreUnknownFields")
                                .orElse(true)
                                .equals(false);
                        events.add(new SimpleConditionEvent(
                                settings,
                                strict && settings.isRecord(),
                                settings.getName() + " lets a misspelling pass"));
                    }
                })
                .because("a setting that is silently ignored is found in production")
                .check(PHOTOSET);
    }

    @Test
    void activitiesAndWorkflowsNameTheirQueue() {
        classes()
                .that()
                .areNotInterfaces()
                .and(implement("io.temporal.activity.ActivityInterface"))
                .should()
                .beAnnotatedWith("io.temporal.spring.boot.ActivityImpl")
                .because("the starter passes over others in silence")
                .check(PHOTOSET);
        classes()
                .that()
                .areNotInterfaces()
                .and(implement("io.temporal.workflow.WorkflowInterface"))
                .should()
                .beAnnotatedWith("io.temporal.spring.boot.WorkflowImpl")
                .because("the starter passes over others in silence")
                .check(PHOTOSET);
    }

    private static DescribedPredicate<JavaClass> implement(String annotation) {
        return DescribedPredicate.describe(
                "implement an interface with @" + annotation,
                type -> type.getAllRawInterfaces().stream().anyMatch(known -> known.isAnnotatedWith(annotation)));
    }

    @Test
    void nothingIsInjectedIntoAField() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION
                .because("constructor parameters show how much a class needs")
                .check(PHOTOSET);
    }

    private static ArchRule onlyKnownIn(Set<String> homes, String... packages) {
        return noClasses()
                .that(resideOutsideOfPackages(homes.toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages));
    }

    private static ArchCondition<JavaClass> callOneOf(Pattern targets) {
        return new ArchCondition<>("call " + targets) {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                caller.getAccessesFromSelf().forEach(access -> {
                    var target = access.getTarget().getOwner().getName() + "."
                            + access.getTarget().getName();
                    events.add(new SimpleConditionEvent(
                            access, targets.matcher(target).matches(), access.getDescription()));
                });
            }
        };
    }
}
