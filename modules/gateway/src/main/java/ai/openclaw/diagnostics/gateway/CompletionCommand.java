package ai.openclaw.diagnostics.gateway;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // the script asks by itself which shell it is in
    @Parameters(paramLabel = "SHELL", completionCandidates = Shell.Names.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("openclaw", spec.root().commandLine()));
        out.flush();
    }
}
