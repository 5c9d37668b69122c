package ai.openclaw.diagnostics.gateway;

/** Why the Gateway or a command cannot go on, in a sentence for the person who started it; never holds a secret. */
final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private GatewayException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the command was given cannot be used: an option, a variable, a file. */
    static GatewayException unusable(String message) {
        return new GatewayException(Openclaw.USAGE, message);
    }

    /** What the command was given is fine, but it did not work out. */
    static GatewayException failed(String message) {
        return new GatewayException(Openclaw.FAILED, message);
    }

    /** Returns the exit code of a command that ends with this. */
    int exitCode() {
        return exitCode;
    }
}
