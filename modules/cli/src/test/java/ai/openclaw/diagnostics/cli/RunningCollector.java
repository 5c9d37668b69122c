package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An OpenTelemetry Collector on a loopback port; what it receives it prints. */
final class RunningCollector implements AutoCloseable {

    static final String PROGRAM = "otelcol";

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 5;

    private final ChildProcess process;
    private final String address;

    private RunningCollector(ChildProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Has a collector check a configuration, starts one with it, and waits until that is ready.
     *
     * @param configuration returns the file, given the address to listen on
     */
    static RunningCollector start(Function<String, Path> configuration) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String address = "127.0.0.1:" + Ports.free();
            String option = "--config=" + configuration.apply(address);
            run("validate", option);
            RunningCollector collector = new RunningCollector(ChildProcess.start(List.of(PROGRAM, option)), address);
            if (Await.answer("a collector to be ready", Await.PATIENCE, collector::printed, collector::isReady)) {
                return collector;
            }
            collector.close();
        }
        throw new AssertionError("other processes took every port that was free");
    }

    /** Returns what a command of the program writes; it must succeed. */
    static String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        try (ChildProcess process = ChildProcess.start(command)) {
            assertThat(process.awaitExit(LIMIT)).as(process::err).isZero();
            return process.out();
        }
    }

    /** Returns whether it is ready: true, nothing for not yet, false for never since its port is taken. */
    private Optional<Boolean> isReady() {
        if (printed().contains("Everything is ready")) {
            return Optional.of(true);
        }
        if (process.isAlive()) {
            return Optional.empty();
        }
        assertThat(printed()).contains("address already in use");
        return Optional.of(false);
    }

    /** Returns host and port. */
    String address() {
        return address;
    }

    String printed() {
        return process.err();
    }

    @Override
    public void close() {
        process.close();
    }
}
