package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A server of Prometheus's family that a test started on its own loopback port. */
final class LoopbackServer implements AutoCloseable {

    private static final Duration START_LIMIT = Await.PATIENCE;
    private static final int ATTEMPTS = 5;

    private final ChildProcess process;
    private final String address;

    private LoopbackServer(ChildProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param command what starts it, given the address to listen on
     */
    static LoopbackServer start(Function<String, List<String>> command) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Optional<LoopbackServer> started = attempt(command);
            if (started.isPresent()) {
                return started.get();
            }
        }
        throw new AssertionError("another process took every port that was free for " + command.apply("?"));
    }

    private static Optional<LoopbackServer> attempt(Function<String, List<String>> command) {
        String address = "127.0.0.1:" + Ports.free();
        LoopbackServer server = new LoopbackServer(ChildProcess.start(command.apply(address)), address);
        try {
            if (Await.answer("a server to be ready", START_LIMIT, server::err, server::isReady)) {
                return Optional.of(server);
            }
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        server.close();
        return Optional.empty();
    }

    /** Returns whether it is ready: true, nothing for not yet, false for never since its port is taken. */
    private Optional<Boolean> isReady() throws IOException {
        if (process.isAlive()) {
            int status = Loopback.get(url() + "/-/ready", Map.of()).statusCode();
            return status == 200 ? Optional.of(true) : Optional.empty();
        }
        if (err().contains("address already in use")) {
            return Optional.of(false);
        }
        throw new AssertionError("a server ended at its start\n" + err());
    }

    /** Returns host and port. */
    String address() {
        return address;
    }

    String url() {
        return "http://" + address;
    }

    String err() {
        return process.err();
    }

    @Override
    public void close() {
        process.close();
    }
}
