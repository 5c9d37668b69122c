package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.openclaw.diagnostics.cli.Pager.Message;
import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The alert rules from end to end: Gateways with faults, a Prometheus with the rules, an Alertmanager, and a pager
 * that is called. All in time-lapse: the demo plays sixty times as fast, and of a minute in the rules a second is left, so that
 * as much happens within a rule's window as in reality.
 *
 * <p>Each Gateway is a separate cluster, which is how alerts tell whose they are: one with many faults at once,
 * which end after a while; one that is healthy; one whose label leaks until it is killed, and which starts anew without
 * the leak but with a slow model; one whose diagnostics are off, and which starts anew with them but without providers.
 */
class AlertsIT {

    private static final Path RULES = Path.of("../../alerts/openclaw.rules.yml");
    private static final Path TIME_LAPSE = Path.of("../../docs/time-lapse.sed");
    private static final Path FAULTS_PAGE = Path.of("../../docs/faults.md");
    private static final Pattern ALERT = Pattern.compile("`(OpenClaw\\w+)`");
    /** For all of it, which takes a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String FAULTY = "faulty";
    private static final String HEALTHY = "healthy";
    private static final String LEAKING = "leaking";
    private static final String SILENT = "silent";

    /** Of the faulty one; in real time they end forty seconds after the start. */
    private static final List<String> FAULTS = List.of(
            "provider-down@0s+40m",
            "deliveries-failing@0s+40m",
            "deliveries-hanging@0s+40m",
            "lane-stalled@1m+39m",
            "sessions-stuck@0s+40m",
            "tool-failing@0s+40m",
            "harness-failing@0s+40m",
            "exporter-failing@0s+40m",
            "runaway-agent@0s+40m",
            "memory-pressure@1m+39m");

    /**
     * What is told. {@code OpenClawModelErrorRatioHigh} is inhibited where the provider is down, and {@code OpenClawDailySpendHigh}
     * asks for more than forty minutes cost: promtool tests both, in {@code alerts/tests}.
     */
    private static final List<Expected> EXPECTED = List.of(
            new Expected("OpenClawProviderDown", FAULTY, "anthropic"),
            new Expected("OpenClawDeliveryFailing", FAULTY, "telegram"),
            new Expected("OpenClawDeliveryUnfinished", FAULTY, "discord"),
            new Expected("OpenClawQueueStalled", FAULTY, "subagent"),
            new Expected("OpenClawSessionRecoveryHigh", FAULTY, "127.0.0.1"),
            new Expected("OpenClawToolErrorRatioHigh", FAULTY, "web_search"),
            new Expected("OpenClawHarnessRunFailing", FAULTY, "codex"),
            new Expected("OpenClawTelemetryExporterFailing", FAULTY, "diagnostics-otel"),
            new Expected("OpenClawMemoryPressureCritical", FAULTY, "rss_threshold"),
            new Expected("OpenClawExporterSilent", SILENT, "127.0.0.1"),
            new Expected("OpenClawMessageErrorBudgetBurn", SILENT, "% of the messages"),
            new Expected("OpenClawProviderDown", SILENT, "openai"),
            new Expected("OpenClawQueueWaitHigh", SILENT, "main"),
            new Expected("OpenClawSeriesDropped", LEAKING, "127.0.0.1"),
            new Expected("OpenClawGatewayDown", LEAKING, "127.0.0.1"),
            new Expected("OpenClawModelLatencyHigh", LEAKING, "openai/gpt-5.4"));

    private static final List<Expected> RESOLVED = List.of(
            new Expected("OpenClawExporterSilent", SILENT, ""),
            new Expected("OpenClawGatewayDown", LEAKING, ""),
            new Expected("OpenClawSeriesDropped", LEAKING, ""),
            new Expected("OpenClawProviderDown", FAULTY, "anthropic"),
            new Expected("OpenClawMemoryPressureCritical", FAULTY, ""),
            new Expected("OpenClawQueueStalled", FAULTY, "subagent"));

    /** What else comes of the faults: of several at once, or of providers that are all gone. */
    private static final List<Expected> CONSEQUENCES = List.of(
            new Expected("OpenClawMessageErrorBudgetBurn", FAULTY, ""),
            new Expected("OpenClawModelErrorRatioHigh", FAULTY, ""),
            new Expected("OpenClawQueueWaitHigh", FAULTY, ""),
            new Expected("OpenClawMessageErrorBudgetBurn", SILENT, ""),
            new Expected("OpenClawProviderDown", SILENT, ""),
            new Expected("OpenClawModelErrorRatioHigh", SILENT, ""),
            new Expected("OpenClawHarnessRunFailing", SILENT, ""),
            new Expected("OpenClawQueueWaitHigh", LEAKING, ""));

    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> started = new ArrayList<>();
    private static final Starvation STARVATION = Starvation.watch();
    private static long deadline;
    private static final Map<String, Pager> pagers = new LinkedHashMap<>();

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void rehearse() throws IOException {
        deadline = System.nanoTime() + LIMIT.toNanos();
        Tools.require(RunningAlertmanager.PROGRAM);
        Tools.require("sed");
        RunningGateway silent = open(RunningGateway.start(folder, demo("--no-diagnostics")));
        RunningGateway leaking = open(RunningGateway.start(folder, demo("--fault", "leaking-label@2m")));
        RunningGateway healthy = open(RunningGateway.start(folder, demo()));
        RunningGateway faulty = open(RunningGateway.start(folder, faults(FAULTS)));
        String targets =
                target(FAULTY, faulty) + target(HEALTHY, healthy) + target(LEAKING, leaking) + target(SILENT, silent);
        for (String program : RunningPrometheus.PROGRAMS) {
            if (Tools.isInstalled(program)) {
                page(program, targets);
            }
        }
        assumeThat(pagers).as("an installed Prometheus").isNotEmpty();

        await(firing("OpenClawSeriesDropped", LEAKING));
        leaking.process().kill();
        await(firing("OpenClawExporterSilent", SILENT));
        silent.close();
        open(silent.again(faults(List.of("all-providers-down", "lane-congested"))));
        await(firing("OpenClawGatewayDown", LEAKING));
        open(leaking.again(faults(List.of("model-slow"))));
        EXPECTED.forEach(expected -> await(expected::isFiring));
        RESOLVED.forEach(alert -> await(resolved(alert)));
    }

    /** Starts a Prometheus of this version, with an Alertmanager and a pager. */
    private static void page(String program, String targets) throws IOException {
        Path own = Files.createDirectory(folder.resolve("alerting-" + program));
        Pager pager = open(new Pager());
        RunningAlertmanager alertmanager = open(RunningAlertmanager.telling(pager.url(), own));
        open(RunningPrometheus.start(program, own, configuration(alertmanager) + targets));
        pagers.put(program, pager);
    }

    private static String[] demo(String... options) {
        return Stream.concat(Stream.of("--demo", "--calm", "--seed", "1", "--speed", "60"), Arrays.stream(options))
                .toArray(String[]::new);
    }

    private static String[] faults(List<String> faults) {
        return demo(
                faults.stream().flatMap(fault -> Stream.of("--fault", fault)).toArray(String[]::new));
    }

    private static <T extends AutoCloseable> T open(T server) {
        started.add(server);
        return server;
    }

    private static String configuration(RunningAlertmanager alertmanager) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), rulesInTimeLapse());
        return """
            global:
              scrape_interval: 500ms
              evaluation_interval: 1s
            rule_files: ["%s"]
            alerting:
              alertmanagers:
                - static_configs:
                    - targets: ["%s"]
            scrape_configs:
              - job_name: openclaw
                metrics_path: %s
                authorization:
                  credentials_file: %s
                static_configs:
            """.formatted(rules, alertmanager.address(), RunningGateway.METRICS, folder.resolve("gateway.token"));
    }

    private static String target(String cluster, RunningGateway gateway) {
        return """
                  - targets: ["%s"]
                    labels: {cluster: %s}
            """.formatted(gateway.address(), cluster).indent(6);
    }

    private static String rulesInTimeLapse() {
        try (ChildProcess sed =
                ChildProcess.start(List.of("sed", "-E", "-f", TIME_LAPSE.toString(), RULES.toString()))) {
            assertThat(sed.awaitExit(Await.PATIENCE)).as(sed.err()).isZero();
            return sed.out();
        }
    }

    private static void await(Predicate<Message> message) {
        pagers.values()
                .forEach(pager -> pager.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())), message));
    }

    private static Predicate<Message> firing(String alert, String cluster) {
        return message -> message.firing() && message.is(alert, "cluster", cluster);
    }

    private static Predicate<Message> resolved(Expected alert) {
        return message -> !message.firing() && alert.isAbout(message);
    }

    @AfterAll
    static void end() throws Exception {
        STARVATION.close();
        Collections.reverse(started);
        for (AutoCloseable server : started) {
            server.close();
        }
    }

    static Stream<Arguments> expected() {
        return ofEachPrometheus(EXPECTED);
    }

    static Stream<Arguments> resolved() {
        return ofEachPrometheus(RESOLVED);
    }

    private static Stream<Arguments> ofEachPrometheus(List<Expected> alerts) {
        return RunningPrometheus.PROGRAMS.stream()
                .flatMap(program -> alerts.stream().map(alert -> Arguments.of(program, alert)));
    }

    /** Returns what came; skips the test, loudly, where this version of Prometheus is not installed. */
    private static List<Message> messages(String program) {
        Tools.require(program);
        return pagers.get(program).messages();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void theFaultIsToldAsASentenceWithItsValues(String program, Expected alert) {
        List<Message> messages = messages(program);
        if (messages.stream().noneMatch(alert::isFiring)) {
            STARVATION.abortIfStarved(alert + " in time-lapse");
        }
        Message message = messages.stream()
                .filter(alert::isFiring)
                .findFirst()
                .orElseThrow(() -> new AssertionError(alert + " did not come; what came:\n" + said(messages)));

        assertThat(message.labels()).containsKey("severity");
        assertThat(message.annotations()).containsKeys("summary", "description", "runbook_url", "dashboard_url");
        assertThat(message.annotations().get("summary")).endsWith(".");
        assertThat(message.annotations().get("description")).contains("cluster " + alert.cluster, alert.value);
        assertThat(message.annotations().values())
                .allSatisfy(text ->
                        assertThat(text).isNotBlank().doesNotContain("{{", "}}", "<no value>", "<error", "%!", "NaN"));
    }

    @ParameterizedTest
    @MethodSource("resolved")
    void itIsResolvedWhenTheFaultIsTakenAway(String program, Expected alert) {
        List<Message> messages = messages(program);
        STARVATION.unlessStarved(
                alert + " is resolved in time-lapse",
                () -> assertThat(messages).as("%s is resolved", alert).anyMatch(resolved(alert)));
    }

    @Test
    void everyAlertOfTheFaultsPageIsOneOfTheRules() throws IOException {
        String rules = Files.readString(RULES);

        assertThat(ALERT.matcher(Files.readString(FAULTS_PAGE)).results().map(match -> match.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(alert -> assertThat(rules).contains("alert: " + alert + "\n"));
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void aHealthyGatewayFiresNoAlert(String program) {
        List<Message> messages = messages(program);
        STARVATION.unlessStarved(
                "that no alert fires for a healthy Gateway in time-lapse",
                () -> assertThat(messages)
                        .filteredOn(message -> isOf(HEALTHY, message) && !isNoFault(message))
                        .isEmpty());
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void aFaultWakesForNothingBesideItsConsequences(String program) {
        List<Message> messages = messages(program);
        STARVATION.unlessStarved(
                "that faults alert for nothing else in time-lapse",
                () -> assertThat(messages)
                        .filteredOn(message -> !isNoFault(message))
                        .filteredOn(message -> EXPECTED.stream().noneMatch(alert -> alert.isAbout(message)))
                        .filteredOn(message -> CONSEQUENCES.stream().noneMatch(alert -> alert.isAbout(message)))
                        .isEmpty());
    }

    /** The demo spends more than a personal Gateway. */
    private static boolean isNoFault(Message message) {
        return List.of("OpenClawDailySpendHigh", "OpenClawBudgetBurnFast").contains(message.alert());
    }

    private static boolean isOf(String cluster, Message message) {
        return cluster.equals(message.labels().get("cluster"));
    }

    private static String said(List<Message> messages) {
        return messages.stream().map(Message::toString).collect(Collectors.joining("\n"));
    }

    /** An alert of one of the Gateways with a value that its description names. */
    record Expected(String alert, String cluster, String value) {

        boolean isAbout(Message message) {
            return message.is(alert, "cluster", cluster)
                    && message.annotations().getOrDefault("description", "").contains(value);
        }

        boolean isFiring(Message message) {
            return message.firing() && isAbout(message);
        }

        @Override
        public String toString() {
            return alert + " of " + cluster + (value.isEmpty() ? "" : " about " + value);
        }
    }
}
