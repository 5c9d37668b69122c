package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.LogSettings;
import ai.openclaw.diagnostics.logging.LogFileOptions;
import ai.openclaw.diagnostics.logging.LogFormat;
import ai.openclaw.diagnostics.logging.LogLevel;
import ai.openclaw.diagnostics.logging.Logs;
import java.nio.file.Path;
import java.util.Locale;

/** Lets the process log as its configuration says. */
final class LogSetup {

    private LogSetup() {}

    /**
     * Sets level and format, and opens the log file if there is one.
     *
     * @param formatGiven whether an option or a variable says how standard error looks, which then counts
     */
    static void apply(LogSettings settings, boolean formatGiven) {
        if (!formatGiven && settings.consoleStyle().isPresent()) {
            boolean json = settings.consoleStyle().get().value().equals("json");
            Logs.use(json ? LogFormat.JSON : LogFormat.TEXT);
        }
        LogLevel.of(settings.level().value()).ifPresent(Logs::limit);
        settings.file().ifPresent(file -> Logs.writeTo(options(settings, file.value()), format(settings)));
    }

    private static LogFileOptions options(LogSettings settings, Path file) {
        return new LogFileOptions(
                file,
                settings.maxFileBytes().value(),
                settings.keepFiles().value(),
                settings.keepDays().value());
    }

    private static LogFormat format(LogSettings settings) {
        return LogFormat.valueOf(settings.format().value().toUpperCase(Locale.ROOT));
    }
}
