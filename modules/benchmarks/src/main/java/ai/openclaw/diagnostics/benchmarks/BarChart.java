package ai.openclaw.diagnostics.benchmarks;

import java.util.Locale;
import java.util.Map;

/** Horizontal bars on a logarithmic scale, as SVG that reads on light and dark pages. */
final class BarChart {

    private static final int LABELS = 190;
    private static final int BARS = 430;
    private static final int LINE = 26;

    private BarChart() {}

    /** Draws values above zero by their labels; those whose label begins with "openclaw" stand out. */
    static String svg(String title, String unit, Map<String, Double> values) {
        double least = values.values().stream().mapToDouble(it -> it).min().orElse(1) / 2;
        double most = values.values().stream().mapToDouble(it -> it).max().orElse(1);
        int height = 44 + LINE * values.size();
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"760\" height=\"%d\" fill=\"#ffffff\"/>%n"
                        + "<text x=\"10\" y=\"20\" font-weight=\"bold\">%s (%s, logarithmic)</text>%n",
                height,
                height,
                title,
                unit));
        int y = 36;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            double width = Math.max(2, BARS * Math.log(value.getValue() / least) / Math.log(most / least));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"18\" fill=\"%s\"/>"
                            + "<text x=\"%.0f\" y=\"%d\">%s</text>%n",
                    LABELS,
                    y + 14,
                    value.getKey(),
                    LABELS + 8,
                    y,
                    width,
                    value.getKey().startsWith("openclaw") ? "#2f7ed8" : "#9aa5b1",
                    LABELS + 14 + width,
                    y + 14,
                    PerformancePage.number(value.getValue())));
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }
}
