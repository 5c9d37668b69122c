package ai.openclaw.diagnostics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An Alertmanager that passes on every alert by itself and at once. */
final class RunningAlertmanager implements AutoCloseable {

    /** Debian's name of it. */
    static final String PROGRAM = "prometheus-alertmanager";

    private final LoopbackServer server;

    private RunningAlertmanager(LoopbackServer server) {
        this.server = server;
    }

    /** Starts one that keeps its data in this folder and tells a webhook. */
    static RunningAlertmanager telling(String webhook, Path folder) {
        Path file = write(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: test
                  group_by: ["..."]
                  group_wait: 0s
                  group_interval: 1s
                  repeat_interval: 1h
                receivers:
                  - name: test
                    webhook_configs:
                      - url: %s
                        send_resolved: true
                """.formatted(webhook));
        return start(file, folder);
    }

    /** Starts one with this configuration that keeps its data in this folder. */
    static RunningAlertmanager start(Path file, Path folder) {
        return new RunningAlertmanager(LoopbackServer.start(address -> List.of(
                PROGRAM,
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=" + address,
                "--cluster.listen-address=",
                "--log.level=warn")));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns host and port. */
    String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
