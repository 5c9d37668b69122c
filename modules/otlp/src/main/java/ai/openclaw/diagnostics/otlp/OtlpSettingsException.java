package ai.openclaw.diagnostics.otlp;

/** A setting that cannot be used. The message names the key or variable, the rule and the remedy, and never a secret. */
public final class OtlpSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    OtlpSettingsException(String key, String rule) {
        super(key + ": " + rule);
    }
}
