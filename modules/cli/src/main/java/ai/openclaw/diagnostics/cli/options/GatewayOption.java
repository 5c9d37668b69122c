package ai.openclaw.diagnostics.cli.options;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.console.GatewayAddress;
import ai.openclaw.diagnostics.console.GatewayClient;
import ai.openclaw.diagnostics.console.Terminal;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.files.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of commands that ask a Gateway: over which configuration, which Gateway, with which credential, and for how long; and
 * where they print.
 */
public final class GatewayOption {

    private static final int MAX_TIMEOUT_MS = 600_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--port", paramLabel = "N", description = "Port of the Gateway; else that of gateway run.")
    private @Nullable Integer port;

    @Option(names = "--url", paramLabel = "URL", description = "Ask another Gateway: http://HOST:PORT, or https.")
    private @Nullable String url;

    @Option(
            names = {"--token", "--password"},
            paramLabel = "SECRET",
            description = "The operators' token or password. Other users see it in the list of processes: prefer"
                    + " --token-file, OPENCLAW_GATEWAY_TOKEN or the configuration.")
    private @Nullable String secret;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File that holds the operators' token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            defaultValue = "3000",
            description = "How long to wait for an answer, in milliseconds; ${DEFAULT-VALUE}.")
    private int timeoutMs;

    /** Returns the options of the configuration. */
    public ConfigOption config() {
        return config;
    }

    /** Returns what is in force, with the flag {@code --port}; of a configuration that cannot be used, what can. */
    public UsableSettings usable() {
        return config.usable(settings -> settings.port(port));
    }

    /** Prints that the configuration cannot be used, if that is so. */
    public void warn(UsableSettings usable) {
        usable.warning(config.location()).ifPresent(spec.commandLine().getErr()::println);
    }

    /** Returns what is printed for. */
    public Terminal terminal() {
        return Terminal.of(config.variables());
    }

    /** Prints a text that has the ends of its lines. */
    public void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /**
     * Returns for how long an answer is waited for.
     *
     * @throws GatewayException if it is out of range
     */
    public int timeoutMs() {
        if (timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
            throw GatewayException.unusable("--timeout: found " + timeoutMs + ", allowed 1 to " + MAX_TIMEOUT_MS);
        }
        return timeoutMs;
    }

    /** Returns what asks the Gateway that the options name, else that of the settings. */
    public GatewayClient client(Settings settings) {
        GatewayAddress address = url == null ? GatewayAddress.of(settings) : GatewayAddress.of(url, settings);
        return GatewayClient.of(address, timeoutMs());
    }

    /** Returns what is presented, null if there is nothing. */
    public @Nullable String secret(Settings settings) {
        if (secret != null) {
            return oneLine(secret, "--token");
        }
        return tokenFile == null
                ? settings.secret().map(known -> known.value().reveal()).orElse(null)
                : oneLine(read(tokenFile), "the token file " + tokenFile);
    }

    /** Returns where the credential comes from, empty if there is none. */
    public String source(Settings settings) {
        if (secret != null) {
            return "--token";
        }
        return tokenFile == null ? settings.secret().map(Setting::source).orElse("") : "the token file " + tokenFile;
    }

    private static String oneLine(String text, String source) {
        String line = text.strip();
        if (line.isEmpty() || line.chars().anyMatch(Character::isISOControl)) {
            throw GatewayException.unusable(source + ": must be one line of text, and not empty");
        }
        return line;
    }

    private static String read(Path file) {
        try {
            return RegularFile.text(file);
        } catch (IOException e) {
            throw GatewayException.unusable(
                    "The token file " + file + " cannot be read: " + FileFailure.reason(e) + ". Correct --token-file.");
        }
    }
}
