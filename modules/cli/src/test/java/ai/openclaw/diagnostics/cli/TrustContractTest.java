package ai.openclaw.diagnostics.cli;

import static ai.openclaw.diagnostics.cli.InProcessGateway.CONFIG;
import static ai.openclaw.diagnostics.cli.InProcessGateway.METRICS;
import static ai.openclaw.diagnostics.cli.InProcessGateway.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventEnvelope;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.NamedPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginOrigin;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Deployable;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of trust, sentence by sentence: whose events are counted.
 *
 * <p>That a peer in a cluster cannot inject one is what the exporter's own test of the clustered event bus shows.
 */
class TrustContractTest {

    private static final MessageDeliveryStarted EVENT = MessageDeliveryStarted.builder()
            .channel("from-outside")
            .deliveryKind("text")
            .build();
    private static final String COUNTED =
            "openclaw_message_delivery_started_total{channel=\"from-outside\",delivery_kind=\"text\"} ";

    @TempDir
    private Path state;

    private InProcessGateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private String metrics() {
        return gateway.get(METRICS, OPERATOR).body();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"trusted\":true}', true",
        "'{\"internal\":true}', true",
        "'{\"trusted\":true,\"internal\":true}', true",
        "'{\"trusted\":false,\"internal\":true}', true",
        "'{\"trusted\":false,\"internal\":false}', false",
        "'{\"trusted\":\"true\",\"internal\":1}', false",
        "'{}', false",
        "'null', false"
    })
    void anEventIsRecordedIffItIsTrustedOrInternal(String metadata, boolean recorded) throws IOException {
        gateway = InProcessGateway.start(CONFIG.formatted(""), state);
        String json = "{\"event\":{\"type\":\"message.delivery.started\",\"channel\":\"from-outside\","
                + "\"deliveryKind\":\"text\"},\"metadata\":" + metadata + "}";
        EventEnvelope envelope =
                EventDecoder.create(Rejections.create()).decode(json).orElseThrow();
        gateway.gateway().channel().publish(envelope.event(), envelope.provenance());
        assertThat(metrics().contains(COUNTED + "1\n")).isEqualTo(recorded);
        assertThat(metrics().contains("from-outside")).isEqualTo(recorded);
    }

    @Test
    void whatTheCoreEmitsItselfIsTrustedOrInternal() throws IOException {
        Map<EventType<?>, Provenance> emitted = new ConcurrentHashMap<>();
        Insider insider = new Insider((event, provenance) -> emitted.put(event.type(), provenance));
        gateway = InProcessGateway.start(CONFIG.formatted(""), state, insider);
        Await.answer(
                "a sample of the memory",
                Duration.ofSeconds(10),
                emitted::toString,
                () -> Optional.ofNullable(emitted.get(MemorySample.TYPE)));
        assertThat(emitted.values()).allMatch(Provenance::isTrusted);
        assertThat(metrics()).contains("openclaw_memory_bytes{kind=\"rss\"} ", "status=\"started\"} 1\n");
    }

    @Test
    void whatAPluginEmitsIsIgnoredWhateverItSays() throws IOException {
        Insider insider = new Insider((event, provenance) -> {});
        gateway = InProcessGateway.start(
                CONFIG.formatted(""),
                state,
                new DiscoveredPlugin(NamedPlugin.of(insider), PluginOrigin.FOLDER, "insider.jar", null));
        for (Provenance claimed : Provenance.values()) {
            insider.channel().publish(EVENT, claimed);
        }
        assertThat(metrics()).contains("status=\"started\"").doesNotContain("from-outside");
    }

    @Test
    void neitherRequestsNorTheEventBusReachTheChannel() throws IOException {
        AtomicInteger delivered = new AtomicInteger();
        Insider insider = new Insider((event, provenance) -> delivered.addAndGet(event.equals(EVENT) ? 1 : 0));
        gateway = InProcessGateway.start(CONFIG.formatted(""), state, insider);
        assertThat(gateway.ask(HttpMethod.POST, METRICS, OPERATOR).status()).isEqualTo(405);
        assertThatThrownBy(() ->
                        AuthenticatedServer.await(gateway.vertx().eventBus().request("openclaw.diagnostics", "{}")))
                .hasRootCauseMessage("No handlers for address openclaw.diagnostics");
        assertThat(delivered).hasValue(0);
    }

    @Test
    void whatIsPublishedWhileDiagnosticsAreDisabledGoesNowhere() throws IOException {
        AtomicInteger delivered = new AtomicInteger();
        Insider insider = new Insider((event, provenance) -> delivered.incrementAndGet());
        gateway = InProcessGateway.start(
                CONFIG.formatted("").replace("enabled: true},\n}", "enabled: false},\n}"), state, insider);
        gateway.gateway().channel().publish(EVENT, Provenance.TRUSTED);
        assertThat(delivered).hasValue(0);
        assertThat(metrics()).isEmpty();
    }

    /** A plugin that subscribes and does nothing else. */
    private static final class Insider implements GatewayPlugin {

        private final DiagnosticSubscriber subscriber;
        private volatile @Nullable DiagnosticsChannel channel;

        Insider(DiagnosticSubscriber subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public String id() {
            return "insider";
        }

        @Override
        public String description() {
            return "for the test";
        }

        @Override
        public Deployable create(GatewayContext context) {
            channel = context.channel();
            channel.subscribe(subscriber);
            return new VerticleBase() {};
        }

        /** Returns the channel that the Gateway gave to this plugin. */
        DiagnosticsChannel channel() {
            return Objects.requireNonNull(channel);
        }
    }
}
