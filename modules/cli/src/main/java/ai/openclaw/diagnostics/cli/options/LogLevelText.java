package ai.openclaw.diagnostics.cli.options;

import ai.openclaw.diagnostics.logging.LogLevel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a log level as it is written on the command line, and offers the names. */
public final class LogLevelText implements ITypeConverter<LogLevel>, Iterable<String> {

    private static final List<String> NAMES =
            Arrays.stream(LogLevel.values()).map(LogLevel::toString).toList();

    /** For picocli. */
    LogLevelText() {}

    @Override
    public LogLevel convert(String text) {
        return LogLevel.of(text)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is not one of " + String.join(", ", NAMES)));
    }

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
