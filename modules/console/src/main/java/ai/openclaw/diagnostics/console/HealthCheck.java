package ai.openclaw.diagnostics.console;

import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.console.GatewayClient.Answer;
import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Quoting;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the Gateway of this machine is ready: {@code openclaw health}. The launcher starts this class by itself, on a
 * class path of few jars, since a container asks every few seconds: no picocli, no Vert.x.
 */
public final class HealthCheck {

    private static final int READY = 0;
    private static final int NOT_READY = 1;
    private static final int USAGE = 2;
    /** How long an answer is waited for if nothing else is said. */
    public static final int DEFAULT_TIMEOUT_MS = 10_000;

    private static final int MAX_TIMEOUT_MS = 600_000;

    private @Nullable String config;
    private @Nullable Integer port;
    private int timeoutMs = DEFAULT_TIMEOUT_MS;
    private boolean json;

    private HealthCheck() {}

    /** Returns the check that these options ask for. */
    public static HealthCheck of(@Nullable String config, @Nullable Integer port, int timeoutMs, boolean json) {
        HealthCheck check = new HealthCheck();
        check.config = config;
        check.port = port;
        check.timeoutMs = timeoutMs;
        check.json = json;
        return check;
    }

    /** Runs the check of a command line without its first word and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        System.exit(run(
                List.of(arguments), System.getenv(), out, new PrintWriter(System.err, true, Charset.defaultCharset())));
    }

    /** As {@link #main}, and returns the exit code. */
    public static int run(List<String> arguments, Map<String, String> variables, PrintWriter out, PrintWriter err) {
        try {
            HealthCheck check = new HealthCheck();
            for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
                check.option(left.next(), left);
            }
            return check.run(variables, out, err);
        } catch (IllegalArgumentException | ConfigException e) {
            err.println(e.getMessage());
            return USAGE;
        }
    }

    private void option(String argument, Iterator<String> left) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        switch (name) {
            case "--json" -> json = true;
            case "--config" -> config = value(argument, equals, left);
            case "--port" -> port = number(name, value(argument, equals, left), 65_535);
            case "--timeout" -> timeoutMs = number(name, value(argument, equals, left), MAX_TIMEOUT_MS);
            default ->
                throw new IllegalArgumentException(
                        "Unknown option: '" + argument + "'; openclaw health --help lists the options.");
        }
    }

    private static String value(String argument, int equals, Iterator<String> left) {
        if (equals < 0 && !left.hasNext()) {
            throw new IllegalArgumentException("Missing required parameter for option '" + argument + "'");
        }
        return equals < 0 ? left.next() : argument.substring(equals + 1);
    }

    private static int number(String name, String text, int highest) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > highest) {
            throw new IllegalArgumentException(name + ": found " + Quoting.quoted(text) + ", allowed 1 to " + highest);
        }
        return number;
    }

    /**
     * Asks and says what came back. A configuration that cannot be used is an error only if no Gateway answers: one that runs does
     * not read it again.
     *
     * @param err where a warning of such a configuration is written
     * @return the exit code
     * @throws ConfigException if no Gateway answers and the configuration cannot be used
     */
    public int run(Map<String, String> variables, PrintWriter out, PrintWriter err) {
        ConfigEnvironment environment = new ConfigEnvironment(variables, LabelPolicy::looksLikeSecret);
        ConfigLocation location = ConfigLocation.resolve(config, environment);
        UsableSettings usable = UsableSettings.read(location, environment, settings -> settings.port(port));
        GatewayAddress address = GatewayAddress.of(usable.settings());
        Answer answer = GatewayClient.of(address, timeoutMs).readiness();
        usable.refuseIf(!answer.isReachable());
        usable.warning(location).ifPresent(err::println);
        out.println(json ? json(answer) : words(answer, address.port()));
        out.flush();
        return answer.isOk() ? READY : NOT_READY;
    }

    private static String json(Answer answer) {
        String status = answer.isOk() ? "ready" : answer.isReachable() ? "not-ready" : "unreachable";
        String begin = "{\"reachable\":" + answer.isReachable() + ",\"status\":\"" + status + "\",";
        return answer.isReachable()
                ? begin + answer.body().substring(1)
                : begin + "\"reason\":" + Quoting.quoted(answer.body()) + "}";
    }

    private static String words(Answer answer, int port) {
        if (!answer.isReachable()) {
            return "Not reachable: the Gateway on port " + port + ": " + answer.body() + ".";
        }
        Map<String, @Nullable Object> body =
                ((ObjectValue) requireNonNull(Json5Document.parse(answer.body()).root())).plain();
        if (answer.isOk()) {
            return "Ready: the Gateway on port " + port + uptime(body.get("uptimeMs")) + ".";
        }
        return "Not ready: the Gateway on port " + port + failing(body.get("failing")) + ".";
    }

    private static String uptime(@Nullable Object ms) {
        return ms instanceof Long number ? ", up " + number / 1000 + " s" : "";
    }

    private static String failing(@Nullable Object names) {
        return names instanceof List<?> list && !list.isEmpty()
                ? ": " + list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }
}
