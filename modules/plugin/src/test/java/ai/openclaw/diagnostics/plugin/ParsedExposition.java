package ai.openclaw.diagnostics.plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exposition in text format 0.0.4, read back: types by family, values by sample with its labels in order. */
record ParsedExposition(Map<String, String> types, Map<String, Double> samples) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"(?:,|$)");
    private static final String DROPPED = "openclaw_prometheus_series_dropped_total";

    static ParsedExposition of(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Double> samples = new HashMap<>();
        text.lines().forEach(line -> {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                if (types.put(words[2], words[3]) != null) {
                    throw new AssertionError("TYPE of " + words[2] + " twice");
                }
            } else if (!line.startsWith("# HELP ")) {
                sample(line, samples);
            }
        });
        return new ParsedExposition(types, samples);
    }

    private static void sample(String line, Map<String, Double> samples) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a sample: " + line);
        }
        TreeSet<String> labels = new TreeSet<>();
        Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
        while (label.find()) {
            labels.add(label.group());
        }
        String key = matcher.group(1)
                + labels.stream().map(text -> text.replaceAll(",$", "")).toList();
        if (samples.put(key, number(matcher.group(3))) != null) {
            throw new AssertionError("sample twice: " + line);
        }
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** Returns this without a drop counter of 0, which recorded expectations leave out. */
    ParsedExposition withoutIdleDropCounter() {
        if (samples.getOrDefault(DROPPED + "[]", -1.0) == 0) {
            samples.remove(DROPPED + "[]");
            types.remove(DROPPED);
        }
        return this;
    }
}
