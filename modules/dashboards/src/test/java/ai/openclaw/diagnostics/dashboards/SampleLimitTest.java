package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.dashboards.Page.Node;
import ai.openclaw.diagnostics.promql.QueryText;
import ai.openclaw.diagnostics.promql.QueryText.LabelMatcher;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every query over all of 500 gateways stays below Prometheus' default limit of samples: {@code --query.max-samples}.
 * Prometheus holds a sample for each series and step of what it evaluates; here those of all selectors of a query are
 * added up, although it forgets some before it reads the next.
 */
class SampleLimitTest {

    private static final long LIMIT = 50_000_000;
    private static final int GATEWAYS = 500;
    /** Grafana rounds a step down by a third at most. */
    private static final double ROUNDING = 1.5;

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private record Series(String name, Map<String, String> labels) {}

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.9.6.own-exporter", "gateway-2026.5.28"})
    void allGatewaysAreBelowTheLimit(String recording) {
        List<Series> exposed = read(recording);

        assertThat(Page.all().stream().flatMap(page -> page.panels().stream()))
                .allSatisfy(panel -> assertThat(samples(panel, exposed, each -> each.number("maxDataPoints")))
                        .as(panel.text("title"))
                        .isLessThan(LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.9.6.own-exporter", "gateway-2026.5.28"})
    void withAStepForEachPixelTheyWouldNotBe(String recording) {
        List<Series> exposed = read(recording);

        assertThat(Page.all().stream().flatMap(page -> page.panels().stream()))
                .anySatisfy(panel ->
                        assertThat(samples(panel, exposed, each -> 1_500)).isGreaterThan(LIMIT));
    }

    private static long samples(Node panel, List<Series> exposed, ToLongFunction<Node> points) {
        return panel.at("targets").items().stream()
                .mapToLong(target -> samples(target, exposed, points.applyAsLong(panel)))
                .max()
                .orElse(0);
    }

    private static long samples(Node target, List<Series> exposed, long points) {
        String query = target.text("expr");
        boolean once = target.text("instant").equals("true") && !query.contains("$__interval");
        long series = QueryText.read(query).selections().stream()
                .mapToLong(selection -> exposed.stream()
                        .filter(each -> matches(selection, each))
                        .count())
                .sum();
        return Math.round(series * GATEWAYS * (once ? 1 : points * ROUNDING));
    }

    private static boolean matches(Selection selection, Series series) {
        return (selection.name().isEmpty() || selection.name().equals(series.name))
                && selection.matchers().stream()
                        .filter(matcher -> !matcher.value().contains("$"))
                        .allMatch(matcher -> matches(matcher, series));
    }

    private static boolean matches(LabelMatcher matcher, Series series) {
        String value =
                matcher.label().equals("__name__") ? series.name : series.labels.getOrDefault(matcher.label(), "");
        boolean found =
                matcher.operator().endsWith("~") ? value.matches(matcher.value()) : value.equals(matcher.value());
        return found != matcher.operator().startsWith("!");
    }

    private static List<Series> read(String recording) {
        Path file = Path.of("../../conformance").resolve(recording + ".prom.gz");
        try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
            return Stream.concat(
                            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .filter(line -> !line.startsWith("#")),
                            Stream.of("up 1"))
                    .map(SampleLimitTest::series)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Series series(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        Map<String, String> labels = new HashMap<>();
        if (sample.group(2) != null) {
            LABEL.matcher(sample.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Series(sample.group(1), labels);
    }
}
