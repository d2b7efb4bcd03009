package photoset.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code photoset completion}: the script that completes this command line in a shell. */
@Command(
        name = "completion",
        description = {
            "Print a script that completes commands and options in bash and zsh.",
            "",
            "Use: source <(./photoset completion)"
        })
final class CompletionCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out().print(AutoComplete.bash("photoset", spec.root().commandLine()));
    }
}
