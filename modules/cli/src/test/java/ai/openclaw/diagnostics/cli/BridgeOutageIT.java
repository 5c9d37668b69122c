package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bridge while the packaged Gateway that it sends to is killed and started again. Needs Node 20 or newer on the path. */
class BridgeOutageIT {

    private static final Path OUTAGE = Path.of("../../bridge/test/support/outage.js");

    @Test
    void nothingIsLostAndNothingCountsTwice() {
        Tools.require("node");

        Finished outage = outage("2", "2000");

        assertThat(outage.exitCode()).as(outage.out() + outage.err()).isZero();
        JsonObject result = new JsonObject(outage.out());
        assertThat(result.getInteger("acknowledged")).isPositive().isEqualTo(result.getInteger("sent"));
        assertThat(result.getInteger("recordedSinceStart"))
                .isPositive()
                .isEqualTo(result.getInteger("acknowledgedSinceStart"));
    }

    /** Kills the receiver for some seconds under so many events a second. */
    private static Finished outage(String secondsAway, String eventsPerSecond) {
        return PackagedApplication.end(ChildProcess.start(List.of(
                "node",
                OUTAGE.toString(),
                secondsAway,
                eventsPerSecond,
                PackagedApplication.SCRIPT.toAbsolutePath().toString())));
    }
}
