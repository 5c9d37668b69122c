package ai.openclaw.diagnostics.config;

/** Why the Gateway or a command cannot go on, in a sentence for the person who started it; never holds a secret. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exit code of a command that did not work out. */
    public static final int FAILED = 1;

    /** The exit code of a command that was given what cannot be used. */
    public static final int USAGE = 2;

    private final int exitCode;

    private GatewayException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the command was given cannot be used: an option, a variable, a file. */
    public static GatewayException unusable(String message) {
        return new GatewayException(USAGE, message);
    }

    /** What the command was given is fine, but it did not work out. */
    public static GatewayException failed(String message) {
        return new GatewayException(FAILED, message);
    }

    /** Returns the exit code of a command that ends with this. */
    public int exitCode() {
        return exitCode;
    }
}
