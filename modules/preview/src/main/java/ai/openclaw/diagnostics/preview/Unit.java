package ai.openclaw.diagnostics.preview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Values as Grafana writes them, by its names of units. */
final class Unit {

    /** A size from which on a value is told in it, and how it is called. */
    private record Scale(double size, String suffix) {}

    private static final List<Scale> SHORT =
            List.of(new Scale(1e9, " Bil"), new Scale(1e6, " Mil"), new Scale(1e3, " K"), new Scale(0, ""));
    private static final List<Scale> SECONDS = List.of(
            new Scale(86400, " days"),
            new Scale(3600, " hours"),
            new Scale(60, " min"),
            new Scale(1, " s"),
            new Scale(1e-3, " ms"),
            new Scale(1e-6, " µs"));
    private static final List<Scale> BYTES = List.of(
            new Scale(1 << 30, " GiB"), new Scale(1 << 20, " MiB"), new Scale(1 << 10, " KiB"), new Scale(0, " B"));
    private static final List<Scale> BYTES_PER_SECOND =
            List.of(new Scale(1e9, " GB/s"), new Scale(1e6, " MB/s"), new Scale(1e3, " kB/s"), new Scale(0, " B/s"));

    private Unit() {}

    /**
     * Returns a value's text.
     *
     * @param decimals digits after the point; negative for as many as make three digits
     */
    static String text(String unit, double value, int decimals) {
        return switch (unit) {
            case "percentunit" -> digits(value * 100, decimals) + "%";
            case "s" -> value == 0 ? "0 s" : scaled(SECONDS, value, decimals);
            case "bytes" -> scaled(BYTES, value, decimals);
            case "Bps" -> scaled(BYTES_PER_SECOND, value, decimals);
            case "currencyUSD" ->
                (value < 0 ? "-$" : "$")
                        + scaled(SHORT, Math.abs(value), decimals).replace(" ", "");
            case "cpm" -> scaled(SHORT, value, decimals) + " c/m";
            case "short" -> scaled(SHORT, value, decimals);
            case "none" -> digits(value, decimals);
            default -> throw new IllegalArgumentException("unit " + unit + ": not one that the pictures know");
        };
    }

    private static String scaled(List<Scale> scales, double value, int decimals) {
        Scale scale = scales.stream()
                .filter(each -> Math.abs(value) >= each.size)
                .findFirst()
                .orElse(scales.get(scales.size() - 1));
        return digits(scale.size == 0 ? value : value / scale.size, decimals) + scale.suffix;
    }

    private static String digits(double value, int decimals) {
        String text = decimals >= 0 ? String.format(Locale.ROOT, "%." + decimals + "f", value) : threeDigits(value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    private static String threeDigits(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }
}
