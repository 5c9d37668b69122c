package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.InProcessGateway.Answer;
import ai.openclaw.diagnostics.operator.StatusRoute;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.Deployable;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a real Gateway is not ready, and that telemetry is no reason. */
class ReadinessReasonsTest {

    @TempDir
    private Path state;

    /** A plugin that can be taken away behind the Gateway's back. */
    private static final class Leaving extends VerticleBase implements GatewayPlugin {

        @Override
        public String id() {
            return "leaving";
        }

        @Override
        public String description() {
            return "for the test";
        }

        @Override
        public Deployable create(GatewayContext gateway) {
            return this;
        }

        void leave() {
            vertx.undeploy(context.deploymentID());
        }
    }

    @Test
    void aPluginThatIsNotDeployedAnyMoreIsNamed() throws IOException {
        Leaving plugin = new Leaving();
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state, plugin)) {
            assertThat(ready(gateway).status()).isEqualTo(200);
            plugin.leave();
            assertThat(notReady(gateway)).contains("\"failing\":[\"plugin:leaving\"]");
        }
    }

    /** Five seconds are the promise: a loop that is late by less is degraded, and still ready. */
    @Test
    void aLoopThatWasBlockedIsNamed() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            assertThat(ready(gateway).status()).isEqualTo(200);
            gateway.vertx().getOrCreateContext().runOnContext(onLoop -> Await.pause(Duration.ofMillis(5_500)));
            assertThat(notReady(gateway)).contains("\"failing\":[\"event-loop\"]");
        }
    }

    @Test
    void anExporterThatFailsTakesNoTrafficAway() throws IOException {
        String config = "{gateway: {auth: {token: 'correct-horse'}}, plugins: {entries: {'diagnostics-otel': {enabled:"
                + " true}, 'diagnostics-prometheus': {enabled: true}}}, diagnostics: {enabled: true, otel: {enabled: true,"
                + " flushIntervalMs: 50, endpoint: 'http://127.0.0.1:"
                + Ports.free()
                + "'}}}";
        try (InProcessGateway gateway = InProcessGateway.start(config, state)) {
            Await.answer(
                    "an export that failed",
                    Await.PATIENCE,
                    () -> status(gateway).encode(),
                    () -> status(gateway).getJsonArray("exporters").stream()
                            .map(JsonObject.class::cast)
                            .filter(exporter -> exporter.getLong("failures") > 0)
                            .findFirst());
            assertThat(ready(gateway).status()).isEqualTo(200);
            assertThat(ready(gateway).body()).contains("\"failing\":[]");
        }
    }

    private static JsonObject status(InProcessGateway gateway) {
        return new JsonObject(
                gateway.get(StatusRoute.PATH, InProcessGateway.OPERATOR).body());
    }

    private static Answer ready(InProcessGateway gateway) {
        return gateway.get("/readyz", InProcessGateway.OPERATOR);
    }

    private static String notReady(InProcessGateway gateway) {
        return Await.answer(
                "a readiness of 503",
                Await.PATIENCE,
                () -> ready(gateway).body(),
                () -> Optional.of(ready(gateway))
                        .filter(answer -> answer.status() == 503)
                        .map(Answer::body));
    }
}
