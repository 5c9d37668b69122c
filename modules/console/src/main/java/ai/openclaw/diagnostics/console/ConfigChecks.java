package ai.openclaw.diagnostics.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Checks of what the configuration says. */
final class ConfigChecks {

    private static final String PROMETHEUS = "diagnostics-prometheus";
    private static final String OTEL = "diagnostics-otel";
    private static final int SHORT = 16;

    /** What people write when they mean to come back to it. */
    private static final Set<String> COMMON = Set.of(
            "admin",
            "changeme",
            "change-me",
            "default",
            "example",
            "openclaw",
            "password",
            "secret",
            "test",
            "token",
            "your-token",
            "your-password",
            "123456",
            "12345678");

    private final Setup setup;

    ConfigChecks(Setup setup) {
        this.setup = setup;
    }

    Finding file() {
        String check = "configuration";
        Path file = setup.location().file();
        if (!setup.problems().isEmpty()) {
            return Finding.failure(
                    check, "cannot be used\n" + setup.problems(), "mend " + file + ", then run openclaw config check");
        }
        return Finding.ok(check, file + (Files.exists(file) ? "" : " is not there, defaults are in force"));
    }

    Finding credential() {
        String check = "credential";
        String secret = setup.secret();
        if (setup.usable().isEmpty()) {
            return Finding.skipped(check, "the configuration cannot be used");
        }
        if (secret == null) {
            return Finding.warning(
                    check, "there is none yet", "the first start of openclaw gateway run makes a token and keeps it");
        }
        String source = setup.secretSource();
        if (COMMON.contains(secret.toLowerCase(Locale.ROOT))) {
            return Finding.failure(
                    check,
                    "the one from " + source + " is a common word",
                    "use a long random one, as openssl rand -hex 24 makes");
        }
        return secret.length() < SHORT
                ? Finding.warning(
                        check,
                        "the one from " + source + " is shorter than " + SHORT + " characters",
                        "use a long random one, as openssl rand -hex 24 makes")
                : Finding.ok(check, "from " + source);
    }

    Finding exporters() {
        String check = "exporters";
        if (!setup.starts()) {
            return Finding.skipped(check, "the configuration cannot be used");
        }
        boolean any =
                setup.pluginsOn().contains(PROMETHEUS) || setup.pluginsOn().contains(OTEL);
        boolean events = setup.usable().orElseThrow().diagnosticsEnabled().value();
        if (!any) {
            return Finding.warning(
                    check,
                    "the configuration turns none on; there are metrics only of a Gateway started with --demo,"
                            + " --replay, --ingest or --exporter",
                    "openclaw plugins enable " + PROMETHEUS);
        }
        return events
                ? Finding.ok(check, "on, and diagnostics.enabled is true")
                : Finding.failure(
                        check,
                        "on, but diagnostics.enabled is not true, so no events flow",
                        "set diagnostics.enabled to true in " + setup.location().file());
    }
}
