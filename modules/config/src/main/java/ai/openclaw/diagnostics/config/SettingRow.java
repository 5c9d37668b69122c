package ai.openclaw.diagnostics.config;

/**
 * A key of the configuration with what is in force.
 *
 * @param key the path of the key
 * @param value in words; secrets are masked, of lists of patterns and of objects only the number is shown
 * @param source where the value comes from, as {@link Setting#source()}
 */
public record SettingRow(String key, String value, String source) {}
