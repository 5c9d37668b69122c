package ai.openclaw.diagnostics.benchmarks;

/** What is compared, by name. */
final class Peers {

    private Peers() {}

    static Subject of(String library) {
        return switch (library) {
            case "openclaw" -> new ExporterSubject();
            case "client_java" -> new ClientJavaSubject();
            case "micrometer" -> new MicrometerSubject();
            case "opentelemetry" -> new OpenTelemetrySubject();
            default -> throw new IllegalArgumentException("library " + library);
        };
    }
}
