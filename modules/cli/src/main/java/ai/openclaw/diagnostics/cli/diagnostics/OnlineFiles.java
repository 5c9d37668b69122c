package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.GatewayOption;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.console.GatewayClient.Answer;
import ai.openclaw.diagnostics.operator.SupportRoute;
import ai.openclaw.diagnostics.support.SupportBundle;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running Gateway adds to a support bundle. */
final class OnlineFiles {

    private static final String THREADS = "jvm/threads.txt";
    private static final String METRICS = "metrics/snapshot.prom";
    private static final List<String> FROM_GATEWAY = List.of(
            "status/gateway-status.json",
            "health/gateway-health.json",
            "exporters.json",
            "events/counters.json",
            "stability/current.json",
            METRICS,
            THREADS,
            "jvm/memory.json",
            "jvm/gc.json",
            "jvm/process.json",
            "jvm/event-loops.json");

    private final SupportBundle bundle;
    private final boolean threads;
    private final boolean metrics;

    OnlineFiles(SupportBundle bundle, boolean threads, boolean metrics) {
        this.bundle = bundle;
        this.threads = threads;
        this.metrics = metrics;
    }

    /**
     * Asks the Gateway and adds what it answers.
     *
     * @return how it went, in words
     */
    String add(@Nullable Settings settings, GatewayOption gateway) {
        if (settings == null) {
            return failed("the configuration cannot be used");
        }
        Answer answer = gateway.client(settings).get(SupportRoute.PATH, gateway.secret(settings));
        return answer.isOk() ? added(answer.body()) : failed(answer.refusal());
    }

    private String added(String body) {
        try {
            JsonArray files = new JsonObject(body).getJsonArray("files");
            for (int i = 0; i < files.size(); i++) {
                add(files.getJsonObject(i));
            }
            return "ok";
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return failed("the answer is no support report");
        }
    }

    private void add(JsonObject file) {
        String path = file.getString("path");
        String content = file.getString("content");
        if (!FROM_GATEWAY.contains(path)) {
            return;
        }
        if (path.equals(THREADS) && !threads || path.equals(METRICS) && !metrics) {
            bundle.leaveOut(path, "skipped: not wanted");
        } else if (content == null) {
            bundle.leaveOut(path, "failed: " + file.getString("failed"));
        } else {
            bundle.add(path, content);
        }
    }

    /** The two snapshots are there all the same, as in the reference, and say why they are empty. */
    private String failed(String reason) {
        String snapshot = new JsonObject()
                .put("status", "failed")
                .put("capturedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("error", reason)
                .encodePrettily();
        FROM_GATEWAY.subList(0, 2).forEach(path -> bundle.add(path, snapshot));
        FROM_GATEWAY.subList(2, FROM_GATEWAY.size()).forEach(path -> bundle.leaveOut(path, "failed: " + reason));
        return reason;
    }
}
