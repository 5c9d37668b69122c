package ai.openclaw.diagnostics.alerts.rule;

/**
 * What differs from site to site.
 *
 * @param job the matcher that tells Gateways from other targets, the text between the braces of a selector
 * @param runbooks the URL under which the runbooks are, with the slash at its end
 * @param dashboards the URL of Grafana, with the slash at its end
 */
public record Settings(String job, String runbooks, String dashboards) {

    /** The settings of the files that are committed. */
    public static final Settings DEFAULT =
            new Settings("job=\"openclaw\"", "https://runbooks.example.com/openclaw/", "https://grafana.example.com/");

    /** Checks the URLs. */
    public Settings {
        requireSlash("runbooks", runbooks);
        requireSlash("dashboards", dashboards);
    }

    /**
     * Returns these settings with one of them changed.
     *
     * @param assignment {@code job=…}, {@code runbooks=…} or {@code dashboards=…}
     * @throws IllegalArgumentException if it is none of these
     */
    public Settings with(String assignment) {
        int equals = assignment.indexOf('=');
        String value = assignment.substring(equals + 1);
        return switch (equals < 0 ? assignment : assignment.substring(0, equals)) {
            case "job" -> new Settings(value, runbooks, dashboards);
            case "runbooks" -> new Settings(job, value, dashboards);
            case "dashboards" -> new Settings(job, runbooks, value);
            default ->
                throw new IllegalArgumentException(
                        "setting \"" + assignment + "\": write job=…, runbooks=… or dashboards=…");
        };
    }

    private static void requireSlash(String name, String url) {
        if (!url.endsWith("/")) {
            throw new IllegalArgumentException("setting " + name + ": \"" + url + "\" must end with a slash");
        }
    }
}
