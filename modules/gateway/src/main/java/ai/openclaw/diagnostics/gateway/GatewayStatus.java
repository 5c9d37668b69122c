package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.auth.AuthenticationCounts;
import ai.openclaw.diagnostics.auth.OperatorAuthentication;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.ingest.IngestRoute;
import ai.openclaw.diagnostics.ingest.IngestStatus;
import ai.openclaw.diagnostics.logging.LogFileStatus;
import ai.openclaw.diagnostics.logging.Logs;
import ai.openclaw.diagnostics.monitoring.EventLoopMonitor;
import ai.openclaw.diagnostics.operator.StatusReport;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.recording.SharedRecording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sections of the status that only a Gateway knows. Read by any thread. */
final class GatewayStatus {

    private final GatewayOptions options;
    private final DiagnosticsChannel channel;
    private final Supplier<List<String>> failing;
    private final IntSupplier port;
    private final Instant startedAt = Instant.now();
    private final long started = System.nanoTime();

    /**
     * @param failing names what is not ready
     * @param port the port that the Gateway listens on
     */
    GatewayStatus(
            GatewayOptions options, DiagnosticsChannel channel, Supplier<List<String>> failing, IntSupplier port) {
        this.options = options;
        this.channel = channel;
        this.failing = failing;
        this.port = port;
    }

    StatusReport report(
            EventLoopMonitor eventLoop, @Nullable IngestRoute ingest, OperatorAuthentication authentication) {
        return StatusReport.of(channel)
                .section("gateway", this::gateway)
                .section("eventLoop", () -> eventLoop.health().toJson())
                .section("plugins", this::plugins)
                .section("authentication", () -> authentication(authentication.counts()))
                .section("log", GatewayStatus::log)
                .section("ingest", () -> ingest == null ? null : ingest(ingest.status()));
    }

    private JsonObject gateway() {
        List<String> notReady = failing.get();
        return new JsonObject()
                .put("version", version())
                .put("pid", ProcessHandle.current().pid())
                .put("startedAt", time(startedAt))
                .put("uptimeMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                .put("bind", options.host())
                .put("port", port.getAsInt())
                .put("authMode", options.secret().mode().name().toLowerCase(Locale.ROOT))
                .put("compatibility", profile())
                .put("diagnosticsEnabled", options.diagnosticsEnabled())
                .put("ready", notReady.isEmpty())
                .put("failing", notReady);
    }

    private static @Nullable String version() {
        Module module = GatewayStatus.class.getModule();
        return module.isNamed() ? module.getDescriptor().rawVersion().orElse(null) : null;
    }

    private @Nullable String profile() {
        return SharedRecording.of(channel)
                .active()
                .map(active -> active.store().catalog().profile().text())
                .orElse(null);
    }

    private JsonArray plugins() {
        JsonArray plugins = new JsonArray();
        options.activations().forEach((id, activation) -> plugins.add(plugin(id, activation)));
        return plugins;
    }

    /** A Gateway does not start without one of its plugins. */
    private static JsonObject plugin(String id, PluginActivation activation) {
        return new JsonObject()
                .put("id", id)
                .put("enabled", activation.on())
                .put("reason", activation.reason())
                .put("state", activation.on() ? "running" : "off");
    }

    private static JsonObject authentication(AuthenticationCounts counts) {
        return new JsonObject()
                .put("failures", counts.wrong())
                .put("missing", counts.missing())
                .put("lockedOut", counts.lockedOut());
    }

    private static JsonObject log() {
        LogFileStatus file = Logs.file().orElse(null);
        return new JsonObject()
                .put("destination", file == null ? "stderr" : "file")
                .put("file", file == null ? null : file.file().toString())
                .put("bytes", file == null ? null : file.bytes())
                .put("notWritten", file == null ? 0 : file.notWritten());
    }

    private static JsonObject ingest(IngestStatus status) {
        JsonArray streams = new JsonArray();
        status.streams().forEach(stream -> streams.add(stream(stream)));
        return new JsonObject()
                .put("enabled", true)
                .put("events", status.events())
                .put("ignored", status.ignored())
                .put("rejected", status.rejected())
                .put("refused", status.refused())
                .put("busy", status.busy())
                .put("streams", streams);
    }

    private static JsonObject stream(IngestStatus.Stream stream) {
        return new JsonObject()
                .put("id", stream.id())
                .put("batches", stream.batches())
                .put("events", stream.events())
                .put("repeated", stream.repeated())
                .put("lostBatches", stream.lostBatches())
                .put("droppedBySender", stream.droppedBySender())
                .put("lastAt", time(stream.lastAt()));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
