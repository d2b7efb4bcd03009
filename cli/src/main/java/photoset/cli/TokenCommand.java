package photoset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import photoset.api.auth.OfflineTokens;
import photoset.standalone.embedded.Secrets;
import photoset.workflows.UserId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code photoset token}: a token that the installation on a data folder takes, whether it runs or not. */
@Command(
        name = "token",
        description = {
            "Print a token for the API of the installation on a data folder.",
            "",
            "Whoever can read the folder can be any user; keep it, and what this prints, to yourself. To change a plan:",
            "",
            "  curl -X PATCH http://127.0.0.1:8080/admin/users/USER \\",
            "    -H \"Authorization: Bearer $(./photoset token --admin NAME)\" -H 'Content-Type: application/json' \\",
            "    -d '{\"plan\": \"pro\", \"grant\": 200, \"reason\": \"invoice-17\"}'"
        })
final class TokenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Holder holder;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = UpCommand.DATA,
            description = "The data folder of the installation. Default: ${DEFAULT-VALUE}.")
    private Path data;

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whose token. */
    static final class Holder {
        @Option(
                names = "--admin",
                required = true,
                paramLabel = "NAME",
                converter = UserIdConverter.class,
                description = "An operator's, good for an hour; the audit names them so.")
        private Optional<UserId> operator;

        @Option(
                names = "--user",
                required = true,
                paramLabel = "ID",
                converter = UserIdConverter.class,
                description = "That of a user who has lost theirs.")
        private Optional<UserId> user;
    }

    static final class UserIdConverter implements ITypeConverter<UserId> {
        @Override
        public UserId convert(String typed) {
            try {
                return new UserId(typed);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(String.valueOf(refused.getMessage()));
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        var tokens =
                OfflineTokens.of("--photoset.auth.secret=" + Secrets.kept(data).token());
        terminal.out()
                .println(holder.operator.map(tokens::admin).orElseGet(() -> tokens.user(holder.user.orElseThrow())));
        return 0;
    }
}
