package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collector of {@code deploy/compose.yaml} with its configuration, and a Gateway with that of {@code deploy/openclaw.json} that
 * pushes to it. Only what cannot be so here is another: the addresses, and processors that this build of the collector does not have.
 */
class DeployedCollectorIT {

    private static final Path DEPLOY = Path.of("../../deploy");
    private static final Pattern PIPELINE = Pattern.compile("processors: \\[([a-z_, ]+)\\]");
    private static final Pattern PROCESSORS = Pattern.compile("(?ms)^processors:\\n.*?(?=^\\S)");

    /** A run with a model call that called a tool, which failed; then an event that the Gateway logs. */
    private static final List<String> RUN = List.of(
            event("tool.execution.error", "3", "2", "\"toolName\":\"read\",\"errorCategory\":\"timeout\""),
            event("model.call.completed", "2", "1", "\"model\":\"gpt-5.4\",\"provider\":\"openai\""),
            event("run.completed", "1", null, "\"outcome\":\"completed\""),
            "{\"event\":{\"type\":\"run.completed\",\"durationMs\":\"not a number\"},\"metadata\":{\"trusted\":true}}");

    private static String event(String type, String span, String parent, String fields) {
        String parentId = parent == null ? "" : ",\"parentSpanId\":\"" + parent.repeat(16) + "\"";
        return "{\"event\":{\"type\":\"" + type + "\",\"ts\":1800000000000,\"durationMs\":5," + fields
                + ",\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"" + span.repeat(16) + "\""
                + parentId + "}},\"metadata\":{\"trusted\":true}}";
    }

    @TempDir
    private Path folder;

    @Test
    void itPrintsWhatAGatewayPushes() throws IOException {
        Tools.require(RunningCollector.PROGRAM);
        String deployed = Files.readString(DEPLOY.resolve("collector.yaml"));
        assertThat(Files.readString(DEPLOY.resolve("compose.yaml")))
                .contains("./collector.yaml:/etc/otelcol/collector.yaml:ro", "[--config=/etc/otelcol/collector.yaml]");
        try (RunningCollector collector = RunningCollector.start(address -> configuration(deployed, address));
                RunningGateway gateway = RunningGateway.fed(folder, "--config", gateway(collector.address()))) {
            gateway.publish(RUN);
            String printed = Await.answer(
                    "a run with its model call and tool, and a log entry",
                    Await.PATIENCE,
                    () -> gateway.process().err() + collector.printed(),
                    () -> Optional.of(collector.printed()).filter(DeployedCollectorIT::hasAll));
            assertThat(printed)
                    .containsPattern("Metrics\\s+\\{.*\"metrics\": \\d+.*\"data points\": \\d+")
                    .doesNotContain("\terror\t", "\twarn\t");
        }
    }

    /** As the compose file has it: the Gateway plays its demo. Parents are only printed with all details. */
    @Test
    void itPrintsTheTracesOfTheDemo() throws IOException {
        Tools.require(RunningCollector.PROGRAM);
        assertThat(Files.readString(DEPLOY.resolve("compose.yaml"))).contains("[gateway, run, --demo, ");
        String detailed = Files.readString(DEPLOY.resolve("collector.yaml")).replace(": normal", ": detailed");
        try (RunningCollector collector = RunningCollector.start(address -> configuration(detailed, address));
                RunningGateway gateway = RunningGateway.start(
                        folder, "--config", gateway(collector.address()), "--demo", "--seed", "1", "--speed", "60")) {
            Await.answer(
                    "a tool that a model call of a run of a message asked for",
                    Await.PATIENCE,
                    () -> gateway.process().err() + collector.printed(),
                    () -> Optional.of(Span.printed(collector.printed())).filter(DeployedCollectorIT::hasWholeTrace));
        }
    }

    /** A span as the collector prints it. */
    private record Span(String traceId, String parentId, String name) {

        private static final Pattern PRINTED = Pattern.compile(
                "Trace ID +: ([0-9a-f]{32})\\s+Parent ID +: ([0-9a-f]*)\\s+ID +: ([0-9a-f]{16})\\s+Name +: (\\S+)");

        /** Returns the spans of a text by their ids. */
        static Map<String, Span> printed(String text) {
            return PRINTED.matcher(text)
                    .results()
                    .collect(Collectors.toMap(
                            span -> span.group(3), span -> new Span(span.group(1), span.group(2), span.group(4))));
        }
    }

    private static boolean hasWholeTrace(Map<String, Span> spans) {
        return spans.values().stream()
                .filter(span -> span.name().equals("openclaw.tool.execution"))
                .anyMatch(tool -> ancestors(tool, spans)
                        .equals(List.of("openclaw.model.call", "openclaw.run", "openclaw.message.processed")));
    }

    /** Returns the names of what a span is below of, in the same trace, the nearest first. */
    private static List<String> ancestors(Span span, Map<String, Span> spans) {
        return Stream.iterate(spans.get(span.parentId()), Objects::nonNull, parent -> spans.get(parent.parentId()))
                .filter(parent -> parent.traceId().equals(span.traceId()))
                .map(Span::name)
                .toList();
    }

    private Path configuration(String deployed, String address) {
        try {
            String here = deployed.replace("0.0.0.0:4318", address)
                    .replaceFirst("(?m)^service:$", "service:\n  telemetry: {metrics: {level: none}}"); // a fixed port
            return Files.writeString(
                    folder.resolve("collector.yaml"), withProcessorsOf(RunningCollector.run("components"), here));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the processors out, loudly, if this build does not have them all. */
    private static String withProcessorsOf(String components, String configuration) {
        Matcher pipeline = PIPELINE.matcher(configuration);
        assertThat(pipeline.find()).isTrue();
        List<String> missing = Stream.of(pipeline.group(1).split(", *"))
                .filter(name -> !components.contains("- name: " + name + "\n"))
                .toList();
        if (missing.isEmpty()) {
            return configuration;
        }
        System.err.println(
                "\n*** NOT TESTED: this " + RunningCollector.PROGRAM + " has no processor " + missing + " ***\n");
        return PROCESSORS
                .matcher(PIPELINE.matcher(configuration).replaceAll("processors: []"))
                .replaceFirst("");
    }

    private String gateway(String collector) throws IOException {
        String configuration = Files.readString(DEPLOY.resolve("openclaw.json"));
        assertThat(configuration).contains("collector:4318", "enabled: true, endpoint");
        return Files.writeString(
                        folder.resolve("openclaw.json"),
                        configuration
                                .replace("collector:4318", collector)
                                .replace("enabled: true, endpoint", "flushIntervalMs: 1000, enabled: true, endpoint"))
                .toString();
    }

    /** Each line of a span begins with its name, its trace and its own id. */
    private static boolean hasAll(String printed) {
        return printed.contains("\tLogs\t")
                && Stream.of("openclaw.run", "openclaw.model.call", "openclaw.tool.execution")
                        .allMatch(span -> Pattern.compile("(?m)^" + Pattern.quote(span) + " [0-9a-f]{32} [0-9a-f]{16}")
                                .matcher(printed)
                                .find());
    }
}
