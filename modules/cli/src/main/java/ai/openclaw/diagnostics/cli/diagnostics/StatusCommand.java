package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.GatewayOption;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.console.GatewayClient;
import ai.openclaw.diagnostics.console.GatewayClient.Answer;
import ai.openclaw.diagnostics.console.StatusScreen;
import ai.openclaw.diagnostics.operator.StatusRoute;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how a Gateway does; without one, what its files tell. */
@Command(
        name = "status",
        description = {
            "Show how the Gateway does: readiness, memory, exporters, what uses the series cap, what was refused.",
            "Without a Gateway it says so, and shows what the configuration and the log file tell."
        },
        exitCodeList = {
            "0:the status of a Gateway is shown",
            "1:no Gateway answers, or it refuses the credential",
            "2:wrong usage; or no Gateway answers, and the configuration cannot be used"
        })
public final class StatusCommand implements Callable<Integer> {

    private static final int UNAUTHORIZED = 401;

    @Mixin
    private GatewayOption gateway;

    @Option(names = "--json", description = "As JSON: url, reachable, reason, and the status as docs/status.md has it.")
    private boolean json;

    @Option(names = "--all", description = "All rows of each table, not the first five.")
    private boolean all;

    @Override
    public Integer call() {
        UsableSettings usable = gateway.usable();
        Settings settings = usable.settings();
        GatewayClient client = gateway.client(settings);
        Answer answer = client.get(StatusRoute.PATH, gateway.secret(settings));
        usable.refuseIf(!answer.isReachable());
        gateway.warn(usable);
        String reason = reason(answer, settings);
        String status = reason == null ? answer.body() : offline(usable).encode();
        if (json) {
            gateway.print(new JsonObject()
                            .put("url", client.address().toString())
                            .put("reachable", answer.isReachable())
                            .put("reason", reason)
                            .put("status", new JsonObject(status))
                            .encodePrettily()
                    + "\n");
        } else {
            String where = client.address() + (reason == null ? "" : ": " + reason);
            gateway.print(StatusScreen.of(status, where, gateway.terminal(), all));
        }
        return reason == null ? 0 : 1;
    }

    /** Returns why there is no status, null if there is one. */
    private @Nullable String reason(Answer answer, Settings settings) {
        if (answer.isOk()) {
            return answer.body().startsWith("{\"schema\":") ? null : "the answer is no status of a Gateway";
        }
        return answer.status() == UNAUTHORIZED ? unauthorized(gateway.source(settings)) : answer.refusal();
    }

    private static String unauthorized(String source) {
        String credential = source.isEmpty()
                ? "the Gateway wants a credential, and none is configured"
                : "the Gateway refuses the credential, which comes from " + source;
        return credential + "; give that of the running Gateway with --token-file";
    }

    /** Returns what is known without a Gateway, as a status; of a configuration that cannot be used, nothing about plugins. */
    private JsonObject offline(UsableSettings usable) {
        return new JsonObject()
                .put("configuration", gateway.config().file().toString())
                .put("plugins", usable.refusal() == null ? plugins() : new JsonArray())
                .put("log", log(usable.settings()));
    }

    private JsonArray plugins() {
        PluginRegistry registry = gateway.config().plugins();
        JsonArray plugins = new JsonArray();
        registry.plugins()
                .forEach(plugin -> plugins.add(new JsonObject()
                        .put("id", plugin.id())
                        .put("enabled", registry.activation(plugin).on())
                        .put("reason", registry.activation(plugin).reason())
                        .put("state", registry.activation(plugin).word())));
        return plugins;
    }

    private static JsonObject log(Settings settings) {
        Path file = settings.log().file().map(setting -> setting.value()).orElse(null);
        return new JsonObject()
                .put("destination", file == null ? "stderr" : "file")
                .put("file", file == null ? null : file.toString())
                .put("bytes", file == null ? null : file.toFile().length());
    }
}
