package ai.openclaw.diagnostics.policy;

/**
 * A pattern of {@code logging.redactPatterns} that cannot be used. The message says which by its index, and why; never
 * the pattern itself, which may hold what it is meant to hide.
 */
public final class InvalidRedactPatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidRedactPatternException(int index, String reason) {
        super("logging.redactPatterns[" + index + "]: " + reason);
    }
}
