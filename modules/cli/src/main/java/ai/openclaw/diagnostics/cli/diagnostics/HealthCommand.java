package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.console.HealthCheck;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether the Gateway is ready. The launcher takes a shorter way to {@link HealthCheck} where it can. */
@Command(
        name = "health",
        description = {
            "Tell whether the Gateway of this machine is ready.",
            "It is asked on the port of --port, else OPENCLAW_GATEWAY_PORT, else the configuration."
        },
        exitCodeList = {
            "0:ready",
            "1:not ready, or not reachable",
            "2:wrong usage; or no Gateway answers, and the configuration cannot be used"
        })
public final class HealthCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--json", description = "As JSON: reachable, status and what /readyz says.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            defaultValue = "" + HealthCheck.DEFAULT_TIMEOUT_MS,
            description = "How long to wait for an answer, in milliseconds; ${DEFAULT-VALUE}.")
    private int timeoutMs;

    @Option(names = "--port", paramLabel = "N", description = "Port of the Gateway.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        return HealthCheck.of(config.flag(), port, timeoutMs, json)
                .run(config.variables(), command.getOut(), command.getErr());
    }
}
