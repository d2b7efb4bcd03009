package photoset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.cli.album.RunFolder;
import photoset.standalone.embedded.UserError;
import photoset.workflows.JobId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code photoset masks}: the masks of a job as a file. */
@Command(
        name = "masks",
        description = {
            "Export the masks of a job, with the ids and names of their instances.",
            "",
            "Example: ./photoset masks flat-sage --format coco --out flat.json"
        })
final class MasksCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "JOB",
            description = "The folder that ./photoset run has left, or the id of a job of the user whose token is in"
                    + " PHOTOSET_TOKEN.")
    private String job;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description =
                    "coco (one JSON file, as pycocotools reads it), png (a zip of masks) or polygon (a zip of outlines).")
    private String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write: .json for coco, else .zip.")
    private Path out;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--json", description = "Print one line of JSON: job, format, file, bytes.")
    private boolean json;

    MasksCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The words of {@code format} in the API. */
    static final class Formats implements ITypeConverter<String>, Iterable<String> {
        private static final List<String> WORDS = List.of("coco", "png", "polygon");

        @Override
        public String convert(String typed) {
            if (!WORDS.contains(typed)) {
                throw new TypeConversionException("\"" + typed + "\" is none of coco, png and polygon.");
            }
            return typed;
        }

        @Override
        public Iterator<String> iterator() {
            return WORDS.iterator();
        }
    }

    /** Whose masks, and the token that reads them. */
    private record Source(String job, String token) {}

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new UserError(out + " is there already. Choose another name with --out.");
        }
        var source = source();
        return installation.use(terminal, (server, _) -> {
            Files.createDirectories(out.toAbsolutePath().getParent());
            var whole = Path.of(out + ".part");
            try {
                server.as(source.token())
                        .save("/jobs/" + source.job() + "/masks?format=" + format, whole)
                        .orRefuse();
                Files.move(whole, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            tell(source.job());
            return 0;
        });
    }

    private void tell(String id) throws IOException {
        if (json) {
            var report = new LinkedHashMap<String, Object>();
            report.put("job", id);
            report.put("format", format);
            report.put("file", out.toString());
            report.put("bytes", Files.size(out));
            terminal.json(report);
        } else {
            terminal.out().println("The masks of job " + id + " are in " + out + ".");
        }
    }

    private Source source() throws IOException {
        var own = RunCommand.token(terminal);
        if (Files.isDirectory(Path.of(job))) {
            var folder = RunFolder.of(Path.of(job));
            return new Source(folder.job(), token(own.isPresent() ? own : folder.token()));
        }
        return new Source(
                JobId.of(job)
                        .map(JobId::value)
                        .orElseThrow(() -> new UserError("There is no folder " + job + ", and it is no id of a job.")),
                token(own));
    }

    private static String token(Optional<String> token) {
        return token.orElseThrow(() -> new UserError("Whose job it is must be known: put the token of its user into "
                + RunCommand.TOKEN + "; ./photoset token --user ID prints one."));
    }
}
