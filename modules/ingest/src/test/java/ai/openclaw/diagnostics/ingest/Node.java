package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the bridge with Node 20 or newer. */
final class Node {

    /** The folder of the repository. */
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private Node() {}

    /** Skips the test, loudly, where there is no such Node on the path. */
    static void require() throws InterruptedException {
        boolean there = isThere();
        if (!there) {
            System.err.println("SKIPPED: the bridge's tests need Node 20 or newer on the path");
        }
        assumeTrue(there, "node is not on the path");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            Process node = new ProcessBuilder(
                            "node", "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)")
                    .start();
            return node.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /**
     * Runs Node in the bridge's folder, and returns what it printed.
     *
     * @param folder where files for its input and output may be
     */
    static String run(Path folder, String input, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(ROOT.resolve("bridge").toFile())
                .redirectErrorStream(true)
                .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(out);
        assertThat(ended && process.exitValue() == 0).as(printed).isTrue();
        return printed;
    }
}
