package ai.openclaw.diagnostics.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Types and samples, read from text format 0.0.4. HELP texts, the order of anything and the spelling of numbers are left
 * out; a drop counter at 0 counts as absent.
 */
final class ExpositionText {

    private static final String DROPPED = "openclaw_prometheus_series_dropped_total";
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"(?:,|$)");
    private static final Pattern BOUND = Pattern.compile("\\ble=\"([^\"]+)\"");
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, Double> samples = new TreeMap<>();

    private ExpositionText() {}

    /** Returns what a text says; every line of it must be one of the format. */
    static ExpositionText parse(String text) {
        ExpositionText parsed = new ExpositionText();
        text.lines().forEach(parsed::add);
        parsed.forgetZeroDrops();
        return parsed;
    }

    /** Reads a gzip file. */
    static ExpositionText ofGzip(Path file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return parse(reader.lines().collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Returns samples that did not come as text; they have no types. */
    static ExpositionText ofSamples(Map<String, Double> samples) {
        ExpositionText text = new ExpositionText();
        text.samples.putAll(samples);
        text.forgetZeroDrops();
        return text;
    }

    /** Returns the key of a sample: its name and its labels in alphabetical order. */
    static String key(String name, Map<String, String> labels) {
        return labels.isEmpty()
                ? name
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                                .collect(Collectors.joining(",", name + "{", "}"));
    }

    /** Returns the same with the bounds of buckets as numbers, since Prometheus 3 writes {@code 1} as {@code 1.0}. */
    ExpositionText withNumericBounds() {
        ExpositionText numeric = new ExpositionText();
        numeric.types.putAll(types);
        samples.forEach((key, value) -> numeric.samples.put(
                BOUND.matcher(key).replaceAll(bound -> "le=\"" + number(bound.group(1)) + "\""), value));
        return numeric;
    }

    /** Returns samples by key. */
    Map<String, Double> samples() {
        return samples;
    }

    /** Returns families with their types. */
    Map<String, String> types() {
        return types;
    }

    /** Returns how many series there are as the cap counts them: a histogram is one, the drop counter none. */
    long series() {
        return samples.keySet().stream()
                .filter(key -> !key.contains("le=\"") && !name(key).endsWith("_sum") && !key.equals(DROPPED))
                .count();
    }

    /** Returns in what another exposition differs from this, which is the expected one. */
    List<String> differences(ExpositionText actual) {
        List<String> differences = new ArrayList<>();
        for (String family : union(types, actual.types)) {
            if (!Objects.equals(types.get(family), actual.types.get(family))) {
                differences.add(
                        "type of " + family + ": expected " + types.get(family) + ", got " + actual.types.get(family));
            }
        }
        differences.addAll(sampleDifferences(actual));
        return differences;
    }

    /** Returns in what the samples of another exposition differ from these, whatever the types. */
    List<String> sampleDifferences(ExpositionText actual) {
        List<String> differences = new ArrayList<>();
        for (String key : union(samples, actual.samples)) {
            Double expected = samples.get(key);
            Double got = actual.samples.get(key);
            if (expected == null || got == null) {
                differences.add(
                        expected == null ? "unexpected: " + key + " " + got : "missing: " + key + " " + expected);
            } else if (!close(expected, got)) {
                differences.add("value of " + key + ": expected " + expected + ", got " + got);
            }
        }
        return differences;
    }

    private void add(String line) {
        if (line.startsWith("# TYPE ")) {
            String[] words = line.split(" ");
            unique(types.put(words[2], words[3]), line);
        } else if (!line.startsWith("# HELP ")) {
            addSample(line);
        }
    }

    private void addSample(String line) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a sample: " + line);
        }
        Map<String, String> labels = labels(matcher.group(2), line);
        unique(samples.put(key(matcher.group(1), labels), number(matcher.group(3))), line);
    }

    private static Map<String, String> labels(@Nullable String text, String line) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            Matcher matcher = LABEL.matcher(text);
            int end = 0;
            while (matcher.find()) {
                unique(labels.put(matcher.group(1), matcher.group(2)), line);
                end = matcher.end();
            }
            if (end != text.length()) {
                throw new AssertionError("not labels: " + line);
            }
        }
        return labels;
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static void unique(@Nullable Object before, String line) {
        if (before != null) {
            throw new AssertionError("twice: " + line);
        }
    }

    private void forgetZeroDrops() {
        Double drops = samples.get(DROPPED);
        if (drops != null && drops == 0) {
            samples.remove(DROPPED);
            types.remove(DROPPED);
        }
    }

    private static boolean close(double expected, double actual) {
        double tolerance = Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(expected), Math.abs(actual)));
        return expected == actual || Math.abs(expected - actual) <= tolerance;
    }

    private static String name(String key) {
        int brace = key.indexOf('{');
        return brace < 0 ? key : key.substring(0, brace);
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> keys = new TreeSet<>(Comparator.naturalOrder());
        keys.addAll(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
