package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.cli.options.LogLevelText;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.console.LogLine;
import ai.openclaw.diagnostics.logging.LogLevel;
import ai.openclaw.diagnostics.logging.LogTail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the end of the Gateway's log file, and what is appended to it. */
@Command(
        name = "logs",
        description = {
            "Show the end of the Gateway's log file, which logging.file names.",
            "A Gateway without one logs on standard error: see the container's or the service's log."
        })
public final class LogsCommand implements Callable<Integer> {

    private static final int MAX_LIMIT = 100_000;
    private static final long MAX_LINE_BYTES = 4_096;
    private static final long INTERVAL_MS = 500;

    private static final String NO_FILE =
            "There is no log file, since logging.file is not set: the Gateway logs on standard error. See the"
                    + " container's or the service's log, or set logging.file.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--follow",
            description = "Show what is appended, too, until Ctrl-C; also when the file is rotated.")
    private boolean follow;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many entries from the end; ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "trace",
            converter = LogLevelText.class,
            completionCandidates = LogLevelText.class,
            description = "Only entries of this level and those above it.")
    private LogLevel level;

    @Option(
            names = "--json",
            description =
                    "As JSON, an object a line, each with a type: log, raw if it is no JSON, notice if entries are"
                            + " missing.")
    private boolean json;

    /** The number of the entry that was read last, 0 for none. */
    private long last;

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw GatewayException.unusable("--limit: found " + limit + ", allowed 1 to " + MAX_LIMIT);
        }
        Path file = file();
        try (LogTail tail = LogTail.open(file, limit * MAX_LINE_BYTES)) {
            return show(tail, file);
        } catch (IOException e) {
            throw GatewayException.failed("The log file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** The file is shown, too, when the configuration is what the log complains about. */
    private Path file() {
        UsableSettings usable = config.usable(UnaryOperator.identity());
        Optional<Setting<Path>> file = usable.settings().log().file();
        usable.refuseIf(file.isEmpty());
        usable.warning(config.location()).ifPresent(spec.commandLine().getErr()::println);
        return file.orElseThrow(() -> GatewayException.failed(NO_FILE)).value();
    }

    private int show(LogTail tail, Path file) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Deque<LogLine> latest = new ArrayDeque<>();
        tail.read(line -> {
            add(LogLine.of(line), latest);
        });
        if (latest.isEmpty() && !file.toFile().exists() && !follow) {
            throw GatewayException.failed("The log file " + file
                    + " is not there: no Gateway with this configuration has logged anything yet."
                    + " openclaw status says where a running one logs.");
        }
        latest.forEach(line -> out.println(line.text(json)));
        while (follow && !out.checkError()) { // which flushes
            Thread.sleep(INTERVAL_MS);
            tail.read(line -> print(LogLine.of(line), out));
        }
        out.flush();
        return 0;
    }

    private void add(LogLine line, Deque<LogLine> latest) {
        last = line.number();
        if (level.includes(line.level())) {
            latest.add(line);
            if (latest.size() > limit) {
                latest.remove();
            }
        }
    }

    private void print(LogLine line, PrintWriter out) {
        long number = line.number();
        if (last > 0 && number > last + 1) {
            String notice = (number - last - 1) + " entries are missing here: not written, or rotated away too fast";
            out.println(json ? "{\"type\":\"notice\",\"message\":\"" + notice + "\"}" : "-- " + notice);
        }
        last = number;
        if (level.includes(line.level())) {
            out.println(line.text(json));
        }
    }
}
