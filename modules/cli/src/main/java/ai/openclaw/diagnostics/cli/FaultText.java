package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.source.Suggestion;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a fault of the demo, with its time, as it is written on the command line: {@code provider-down},
 * {@code provider-down@30s}, {@code provider-down@30s+2m}.
 */
final class FaultText implements ITypeConverter<PlannedFault> {

    private static final Pattern FAULT = Pattern.compile("([^@+]*)(?:@([^@+]*)(?:\\+([^@+]*))?)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h)");

    /** For picocli. */
    FaultText() {}

    @Override
    public PlannedFault convert(String text) {
        Matcher parts = FAULT.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is not of the form NAME[@START[+LENGTH]]");
        }
        Fault fault = Fault.of(parts.group(1)).orElseThrow(() -> unknown(parts.group(1)));
        Duration start = parts.group(2) == null ? Duration.ZERO : duration(parts.group(2));
        Duration length = parts.group(3) == null ? null : duration(parts.group(3));
        try {
            return new PlannedFault(fault, start, length);
        } catch (IllegalArgumentException impossible) {
            throw new TypeConversionException(String.valueOf(impossible.getMessage()));
        }
    }

    private static TypeConversionException unknown(String name) {
        String nearest = Suggestion.nearest(name, Fault.ids());
        return new TypeConversionException("there is no fault '" + name + "'"
                + (nearest == null ? "" : " (did you mean " + nearest + "?)")
                + "; known: " + String.join(", ", Fault.ids()));
    }

    private static Duration duration(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time such as 30s, 5m or 1h");
        }
        return Duration.parse("PT" + time.group(1) + time.group(2).toUpperCase(Locale.ROOT));
    }

    /** Returns a fault as it would be written on the command line. */
    static String of(PlannedFault planned) {
        boolean always = planned.start().isZero() && planned.length() == null;
        return planned.fault().id() + (always ? "" : "@" + text(planned.start()) + length(planned));
    }

    private static String length(PlannedFault planned) {
        Duration length = planned.length();
        return length == null ? "" : "+" + text(length);
    }

    private static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3600 == 0 && seconds > 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
