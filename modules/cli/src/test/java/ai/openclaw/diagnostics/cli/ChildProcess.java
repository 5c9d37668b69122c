package ai.openclaw.diagnostics.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a test started, with all that it wrote. Closing ends it and waits for its end. */
final class ChildProcess implements AutoCloseable {

    private static final long CLOSE_SECONDS = 10;

    /** A folder that is not there: a command that would write into it shows a defect of the test. */
    private static final Path NO_STATE = Path.of("target/no-state").toAbsolutePath();

    private static final String CRASH_LOGS =
            "-XX:ErrorFile=" + Path.of("target").toAbsolutePath() + "/hs_err_pid%p.log";

    /** A Gateway of a test has ended before an optimizing compiler pays off. With options of a test it runs as shipped. */
    private static final String SHORT_LIVED = CRASH_LOGS + " -XX:TieredStopAtLevel=1";

    /** Programs written in Go, all of them with little in memory, spend a quarter of their time on clearing it. */
    private static final Map<String, String> SELDOM_CLEARED = Map.of("GOGC", "800", "GOMEMLIMIT", "1GiB");

    private final String name;
    private final Process process;
    private final Drain out;
    private final Drain err;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.out = Drain.of(process.getInputStream(), name + "-out");
        this.err = Drain.of(process.getErrorStream(), name + "-err");
    }

    /** Starts a command without what the environment of the tests, or of its home, says about Gateways. */
    static ChildProcess start(List<String> command) {
        return start(command, NO_STATE);
    }

    /** As {@link #start(List)}, with this folder as the Gateway's state directory. */
    static ChildProcess start(List<String> command, Path stateFolder) {
        return start(command, stateFolder, Map.of());
    }

    /** As {@link #start(List, Path)}, with these variables beside or instead of others. */
    static ChildProcess start(List<String> command, Path stateFolder, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OPENCLAW_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OPENCLAW_STATE_DIR", stateFolder.toString());
        builder.environment().putAll(SELDOM_CLEARED);
        builder.environment().putAll(variables);
        builder.environment().merge("OPENCLAW_JAVA_OPTS", SHORT_LIVED, (options, absent) -> CRASH_LOGS + " " + options);
        try {
            return new ChildProcess(command.get(0), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** Writes to its standard input at once. */
    void write(byte[] input) {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write(input);
            stdin.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " takes no input\n" + err(), e);
        }
    }

    /** Ends its standard input. */
    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " left its input unread\n" + err(), e);
        }
    }

    byte[] outBytes() {
        return out.bytes();
    }

    String out() {
        return new String(out.bytes(), StandardCharsets.UTF_8);
    }

    String err() {
        return new String(err.bytes(), StandardCharsets.UTF_8);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM, and goes on reading what it writes. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    /** Returns the exit code once all output has been read. */
    int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " did not end within " + limit.toSeconds() + " s\n" + err());
            }
            out.join(limit.toMillis());
            err.join(limit.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads a stream to its end, so that the process never waits for a reader. */
    private static final class Drain extends Thread {
        private final InputStream stream;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        private Drain(InputStream stream, String name) {
            super(name);
            this.stream = stream;
        }

        static Drain of(InputStream stream, String name) {
            Drain drain = new Drain(stream, name);
            drain.setDaemon(true);
            drain.start();
            return drain;
        }

        byte[] bytes() {
            return read.toByteArray();
        }

        @Override
        public void run() {
            try (stream) {
                stream.transferTo(read);
            } catch (IOException e) {
                read.writeBytes(("\n(reading ended: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
