package ai.openclaw.diagnostics.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete this command line. */
@Command(
        name = "completion",
        description = {
            "Print a script that lets a shell complete openclaw commands.",
            "For this shell: source <(openclaw completion bash)"
        })
final class CompletionCommand implements Runnable {

    /** The shells; one script serves both. */
    enum Shell {
        BASH,
        ZSH;

        /** Their names as people write them. */
        static final class Names implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                return List.of("bash", "zsh").iterator();
            }
        }
    }

    /** Of the script's beginning: both variables are unset in the other shell, and shells may refuse unset ones. */
    private static final Pattern SHELL_VERSION = Pattern.compile("\\$(BASH_VERSION|ZSH_VERSION)");

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // the script asks by itself which shell it is in
    @Parameters(paramLabel = "SHELL", completionCandidates = Shell.Names.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(script(spec.root().commandLine()));
        out.flush();
    }

    private static String script(CommandLine root) {
        offerNegated(root);
        return SHELL_VERSION.matcher(AutoComplete.bash("openclaw", root)).replaceAll("\\${$1-}");
    }

    /** The generator offers an option's names alone, so the negated one becomes one of them. */
    private static void offerNegated(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.options().stream().filter(OptionSpec::negatable).toList().forEach(option -> {
            List<String> names = new ArrayList<>(List.of(option.names()));
            names.add(option.longestName().replaceFirst("^--", "--no-"));
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option)
                    .names(names.toArray(String[]::new))
                    .negatable(false)
                    .build());
        });
        command.getSubcommands().values().forEach(CompletionCommand::offerNegated);
    }
}
