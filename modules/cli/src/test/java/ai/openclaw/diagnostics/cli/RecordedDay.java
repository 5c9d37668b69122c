package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.demo.DemoPlan;
import ai.openclaw.diagnostics.demo.VirtualDemo;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A day of the demo on a virtual clock, as a Prometheus has it that scrapes every minute: a Gateway that is idle for two
 * hours, then busy, and restarted twice. What its counters said at the end of each life is added up.
 */
final class RecordedDay {

    static final Instant START = Instant.parse("2024-11-18T00:00:00Z");
    static final Duration DAY = Duration.ofHours(24);

    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration SCRAPE_INTERVAL = Duration.ofMinutes(1);
    private static final Duration DOWN = Duration.ofMinutes(3);
    /** When the Gateway goes down, since it became busy. */
    private static final List<Duration> ENDS = List.of(Duration.ofMinutes(497), Duration.ofMinutes(983), DAY);

    private static final String TARGET = "instance=\"127.0.0.1:18789\",job=\"openclaw\"";
    private static final String STARTED =
            "openclaw_telemetry_exporter_total{exporter=\"diagnostics-prometheus\",signal=\"metrics\",status=\"started\"} 1";
    /** What the ten numbers read; buckets would be most of the file. */
    private static final Pattern KEPT = Pattern.compile("openclaw_\\w+_total[ {].*|openclaw_memory_rss_bytes_count .*");

    private final Map<String, Double> counted = new TreeMap<>();
    private final Map<String, Double> lastLife = new TreeMap<>();

    /** Writes the day as OpenMetrics with timestamps, of which promtool makes blocks. */
    static RecordedDay write(Path file) throws IOException {
        RecordedDay day = new RecordedDay();
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Duration at = Duration.ZERO; at.compareTo(IDLE) < 0; at = at.plus(SCRAPE_INTERVAL)) {
                scraped(lines, START.plus(at), STARTED);
            }
            Duration start = Duration.ZERO;
            for (int life = 0; life < ENDS.size(); life++) {
                day.live(lines, life, start, ENDS.get(life));
                start = ENDS.get(life).plus(DOWN);
            }
            lines.write("# EOF\n");
        }
        return day;
    }

    /** Returns when the day is over. */
    static Instant end() {
        return START.plus(IDLE).plus(DAY);
    }

    /** Returns a file's lines with times in milliseconds, as VictoriaMetrics reads them. */
    static String ofMilliseconds(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^([^#].*)$", "$1000");
    }

    private void live(BufferedWriter lines, int life, Duration from, Duration to) throws IOException {
        PrometheusExporter exporter = PrometheusExporter.create();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        VirtualDemo demo = VirtualDemo.of(channel, new DemoPlan(life, false, 1, true, List.of()));
        String text = "";
        for (Duration at = from; at.compareTo(to) <= 0; at = at.plus(SCRAPE_INTERVAL)) {
            demo.advanceTo(at.minus(from));
            text = exporter.exposition().text();
            scraped(lines, START.plus(IDLE).plus(at), STARTED + "\n" + text);
        }
        lastLife.clear();
        ExpositionText.parse(text).samples().forEach((key, value) -> {
            counted.merge(key, value, Double::sum);
            lastLife.put(key, value);
        });
        for (Duration at = to.plus(SCRAPE_INTERVAL); at.compareTo(to.plus(DOWN)) < 0; at = at.plus(SCRAPE_INTERVAL)) {
            lines.write("up{" + TARGET + "} 0 " + START.plus(IDLE).plus(at).getEpochSecond() + "\n");
        }
    }

    private static void scraped(BufferedWriter lines, Instant at, String text) throws IOException {
        lines.write("up{" + TARGET + "} 1 " + at.getEpochSecond() + "\n");
        for (String sample : text.lines().filter(KEPT.asMatchPredicate()).toList()) {
            int value = sample.lastIndexOf(' ');
            String series = sample.substring(0, value);
            String labelled = series.endsWith("}")
                    ? series.substring(0, series.length() - 1) + "," + TARGET + "}"
                    : series + "{" + TARGET + "}";
            lines.write(labelled + sample.substring(value) + " " + at.getEpochSecond() + "\n");
        }
    }

    /** Returns what was counted in all lives together, of samples whose key is such. */
    double counted(Predicate<String> key) {
        return sum(counted, key);
    }

    /** Returns what the Gateway that runs at the end of the day counts. */
    double ofLastLife(Predicate<String> key) {
        return sum(lastLife, key);
    }

    private static double sum(Map<String, Double> samples, Predicate<String> key) {
        return samples.entrySet().stream()
                .filter(sample -> key.test(sample.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
