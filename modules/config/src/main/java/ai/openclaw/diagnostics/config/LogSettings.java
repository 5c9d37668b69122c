package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Setting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is logged, where and for how long.
 *
 * @param level the least level that is logged, by its name
 * @param consoleStyle how standard error looks, if that is said: {@code pretty}, {@code compact} or {@code json}
 * @param file the log file, absolute; absent for none
 * @param format how the file looks: {@code text} or {@code json}
 * @param maxFileBytes the size at which the file is moved aside
 * @param keepFiles how many archives are kept
 * @param keepDays after how many days an archive is deleted
 */
public record LogSettings(
        Setting<String> level,
        Optional<Setting<String>> consoleStyle,
        Optional<Setting<Path>> file,
        Setting<String> format,
        Setting<Long> maxFileBytes,
        Setting<Integer> keepFiles,
        Setting<Integer> keepDays) {

    static final String LEVEL_VARIABLE = "OPENCLAW_LOG_LEVEL";

    /**
     * Returns what a file says of it.
     *
     * @throws ai.openclaw.diagnostics.config.source.ConfigException if the log file is no path
     */
    static LogSettings of(GatewayConfig file, Optional<Setting<String>> level) {
        return new LogSettings(
                level.orElseGet(() -> file.inForce(Schema.LOG_LEVEL)),
                file.get(Schema.LOG_CONSOLE_STYLE),
                file.path(Schema.LOG_FILE),
                file.inForce(Schema.LOG_FORMAT),
                file.inForce(Schema.LOG_MAX_BYTES),
                file.inForce(Schema.LOG_KEEP_FILES),
                file.inForce(Schema.LOG_KEEP_DAYS));
    }
}
