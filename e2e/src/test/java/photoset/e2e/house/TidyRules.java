package photoset.e2e.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The bars of docs/decisions/0009 for single files, methods, names and packages. */
final class TidyRules {
    static final int MAIN_FILE_LINES_MAX = 400;
    static final int TEST_FILE_LINES_MAX = 600;
    static final int METHOD_LINES_MAX = 50;
    /** A record may have as many as the thing it stands for has parts, a test as many as its table has columns. */
    static final int PARAMETERS_MAX = 5;

    static final int PACKAGE_TYPES_MIN = 2;
    static final int PACKAGE_TYPES_MAX = 20;

    private static final Pattern VAGUE =
            Pattern.compile("Abstract.*|.*(Impl|Utils?|Helper|Manager|Dto|DTO|VO|Base|Service)");
    private static final Set<String> VAGUE_PACKAGES = Set.of(
            "core",
            "common",
            "service",
            "impl",
            "dto",
            "mapper",
            "util",
            "utils",
            "config",
            "exception",
            "exceptions",
            "helper",
            "base",
            "model",
            "domain");
    /** The comment of a line: what follows a mark that stands outside of quotes. */
    private static final Pattern COMMENT =
            Pattern.compile("^(?:[^\"]|\"(?:[^\"\\\\]|\\\\.)*\")*?(?://|/\\*|^ *\\*)(.*)$");

    private static final Pattern UNREASONED = Pattern.compile("\\bTODO\\b(?!\\(#\\d+\\): \\S)|\\b(FIXME|XXX|HACK)\\b");
    private static final Pattern STATES_LISTED = Pattern.compile("status\\s+(not\\s+)?in\\s*\\(\\s*'");
    private static final Pattern FIELD_INJECTION =
            Pattern.compile("(.*\\.)?(Autowired|Inject|Resource|Value|PersistenceContext) .*");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^/\\*\\*.*?\\p{L}+ \\p{L}+.*?[.!?]\\s*\\*/\\s.*");

    /** A call that is not made here, and what is done instead. */
    private record Ban(Pattern call, Pattern where, String instead) {
        Ban(String call, String where, String instead) {
            this(Pattern.compile(call), Pattern.compile(where), instead);
        }
    }

    private static final String WORKFLOWS = "workflows/src/main/java/photoset/workflows/.*";
    private static final String MAIN = ".*/src/main/.*";
    private static final String TESTS = ".*/src/test/.*";

    private static final List<Ban> BANS = List.of(
            new Ban("(System\\.(currentTimeMillis|nanoTime))", WORKFLOWS, "Workflow.currentTimeMillis()"),
            new Ban(
                    "(.*\\.)?(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime|Clock)\\.(now|system.*)",
                    WORKFLOWS,
                    "Workflow.currentTimeMillis()"),
            new Ban("UUID\\.randomUUID", WORKFLOWS, "Workflow.randomUUID()"),
            new Ban("Math\\.random|new (Secure)?Random", WORKFLOWS, "Workflow.newRandom()"),
            new Ban("Thread\\..*|new Thread", WORKFLOWS, "Workflow.sleep, Async.function"),
            new Ban(
                    "new Hash(Map|Set)|(Map|Set)\\.(of|copyOf|ofEntries)",
                    WORKFLOWS,
                    "a LinkedHashMap, a List: its order is the same in a replay"),
            new Ban("LoggerFactory\\.getLogger", WORKFLOWS, "Workflow.getLogger, silent in a replay"),
            new Ban("System\\.(out|err)\\.(print|printf|println|format)", "(?!standalone/).*/src/main/.*", "a logger"),
            new Ban(".*printStackTrace", MAIN, "a logger, once, where the failure is finally handled"),
            new Ban("(LocalDateTime|LocalDate)\\.now", MAIN, "Instant, from a Clock"),
            new Ban("Thread\\.sleep|TimeUnit\\..*\\.sleep", TESTS, "Awaitility, or controlled time"),
            new Ban(
                    "(Assertions\\.)?(assertEquals|assertTrue|assertFalse|assertNull|assertNotNull)",
                    TESTS,
                    "AssertJ"));

    private TidyRules() {}

    /** What is wrong with each file by itself; one line for each fault. */
    static List<String> faultsOfFiles(List<SourceFacts> sources) {
        List<Set<String>> closed = new ArrayList<>();
        sources.forEach(facts -> closed.addAll(facts.closedSets));
        List<String> faults = new ArrayList<>();
        for (SourceFacts facts : sources) {
            sizes(facts, faults);
            names(facts, faults);
            bannedCalls(facts, faults);
            unreasoned(facts, faults);
            listedStates(facts, faults);
            injectedFields(facts, faults);
            needlessDefaults(facts, closed, faults);
        }
        return faults;
    }

    private static void sizes(SourceFacts facts, List<String> faults) {
        var file = facts.file;
        int max = file.isMain() ? MAIN_FILE_LINES_MAX : TEST_FILE_LINES_MAX;
        if (file.lines() > max) {
            faults.add("%s: %d lines, at most %d".formatted(file.path(), file.lines(), max));
        }
        for (var method : facts.methods) {
            if (file.isMain() && method.lines() > METHOD_LINES_MAX) {
                faults.add("%s:%d: %s has %d lines, at most %d"
                        .formatted(file.path(), method.line(), method.name(), method.lines(), METHOD_LINES_MAX));
            }
            if (file.isMain() && method.parameters() > PARAMETERS_MAX && !method.inRecord()) {
                faults.add("%s:%d: %s has %d parameters, at most %d"
                        .formatted(file.path(), method.line(), method.name(), method.parameters(), PARAMETERS_MAX));
            }
        }
    }

    private static void names(SourceFacts facts, List<String> faults) {
        for (var type : facts.types) {
            if (VAGUE.matcher(type.name()).matches()) {
                faults.add("%s: the name %s does not say what it is".formatted(facts.file.path(), type.name()));
            }
        }
    }

    private static void bannedCalls(SourceFacts facts, List<String> faults) {
        for (var call : facts.calls) {
            for (var ban : BANS) {
                if (isCommandLine(facts) && call.text().startsWith("System.")) {
                    continue;
                }
                if (ban.where().matcher(facts.file.path()).matches()
                        && ban.call().matcher(call.text()).matches()) {
                    faults.add(
                            "%s:%d: %s, use %s".formatted(facts.file.path(), call.line(), call.text(), ban.instead()));
                }
            }
        }
    }

    /** A program says what it was asked for on its standard output, and why it cannot on the other. */
    private static boolean isCommandLine(SourceFacts facts) {
        return facts.methods.stream().anyMatch(method -> method.name().equals("main"));
    }

    private static void unreasoned(SourceFacts facts, List<String> faults) {
        var lines = facts.file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var comment = COMMENT.matcher(lines.get(i));
            if (comment.find() && UNREASONED.matcher(comment.group(1)).find()) {
                faults.add("%s:%d: name the issue and the reason: TODO(#12): why".formatted(facts.file.path(), i + 1));
            }
        }
    }

    /** Which states are final is said by JobState and ItemState, and in SQL by one column each. */
    private static void listedStates(SourceFacts facts, List<String> faults) {
        if (facts.file.isMain() && STATES_LISTED.matcher(facts.file.text()).find()) {
            faults.add(facts.file.path() + ": lists states in SQL, use the column ended");
        }
    }

    private static void injectedFields(SourceFacts facts, List<String> faults) {
        for (var field : facts.annotatedFields) {
            if (FIELD_INJECTION.matcher(field).matches()) {
                faults.add("%s: %s: hand it to the constructor".formatted(facts.file.path(), field));
            }
        }
    }

    private static void needlessDefaults(SourceFacts facts, List<Set<String>> closed, List<String> faults) {
        for (var found : facts.defaulted) {
            if (closed.stream().anyMatch(names -> names.containsAll(found.labels()))) {
                faults.add("%s:%d: name every case instead of default, so that a new one does not compile"
                        .formatted(facts.file.path(), found.line()));
            }
        }
    }

    /** What is wrong with the packages of the main code. */
    static List<String> faultsOfPackages(List<SourceFacts> sources) {
        Map<String, List<SourceFacts>> packages = new TreeMap<>();
        for (SourceFacts facts : sources) {
            if (facts.file.isMain()) {
                var key = facts.file.module() + ": " + facts.file.packageName();
                packages.computeIfAbsent(key, _ -> new ArrayList<>()).add(facts);
            }
        }
        List<String> faults = new ArrayList<>();
        packages.forEach((name, files) -> faultsOfPackage(name, files, faults));
        return faults;
    }

    /** A name that two files of the modules carry sends a reader to the wrong one. */
    static List<String> namesTwice(List<SourceFacts> sources) {
        Map<String, List<String>> places = new TreeMap<>();
        for (SourceFacts facts : sources) {
            if (facts.file.isMain() && !facts.file.isPackageInfo()) {
                facts.types.stream()
                        .filter(SourceFacts.Type::topLevel)
                        .forEach(type -> places.computeIfAbsent(type.name(), _ -> new ArrayList<>())
                                .add(facts.file.packageName()));
            }
        }
        List<String> faults = new ArrayList<>();
        places.forEach((name, packages) -> {
            if (packages.size() > 1) {
                faults.add("%s exists in %s: give one of them a name of its own".formatted(name, packages));
            }
        });
        return faults;
    }

    private static void faultsOfPackage(String name, List<SourceFacts> files, List<String> faults) {
        long types = typesIn(files);
        boolean root = name.chars().filter(c -> c == '.').count() == 1;
        if (types > PACKAGE_TYPES_MAX || (types < PACKAGE_TYPES_MIN && !root)) {
            faults.add("%s: %d types, %d to %d".formatted(name, types, PACKAGE_TYPES_MIN, PACKAGE_TYPES_MAX));
        }
        var words = new HashSet<>(List.of(name.substring(name.indexOf(' ') + 1).split("\\.")));
        words.retainAll(VAGUE_PACKAGES);
        if (!words.isEmpty()) {
            faults.add("%s: a package is a word of the business, not %s".formatted(name, words));
        }
        var info = files.stream().filter(facts -> facts.file.isPackageInfo()).findFirst();
        if (info.isEmpty()) {
            faults.add(name + ": no package-info.java");
        } else if (!info.get().file.text().contains("@NullMarked")) {
            faults.add(name + ": the package-info is not @NullMarked");
        } else if (!SENTENCE.matcher(info.get().file.text()).matches()) {
            faults.add(name + ": the package-info has no sentence saying why the package exists");
        }
    }

    static long typesIn(List<SourceFacts> files) {
        return files.stream()
                .flatMap(facts -> facts.types.stream())
                .filter(SourceFacts.Type::topLevel)
                .count();
    }
}
