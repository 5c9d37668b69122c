package ai.openclaw.diagnostics.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that a person who opens a bundle reads first. */
final class BundleSummary {

    static final List<String> PRIVACY = List.of(
            "No prompts, responses, tool inputs or outputs, and no ids of calls, sessions, messages or users.",
            "No secrets, and of the configuration only keys that the Gateway knows; other sections by name only.",
            "No paths but those below the state directory and the home directory, no URLs, no addresses, no host name.",
            "Of the log only this project's own sentences; other entries by logger, level and length.");

    private BundleSummary() {}

    static String of(SupportBundle bundle, String version) {
        String files = bundle.paths().stream().map(path -> "* `" + path + "`\n").collect(Collectors.joining());
        String missing = new TreeMap<>(bundle.missing())
                .entrySet().stream().map(BundleSummary::line).collect(Collectors.joining());
        return "# OpenClaw diagnostics: support bundle\n\nVersion " + version + ". Read in this order:\n\n"
                + "1. `stability/latest.json`: why the Gateway ended or did not start, and the events before, if it failed.\n"
                + "2. `config/shape.json`: whether the configuration can be used.\n"
                + "3. `health/gateway-health.json` and `status/gateway-status.json`: how the Gateway does, if it runs.\n"
                + "4. `logs/openclaw-sanitized.jsonl`: the end of the log file.\n\n"
                + "## Files\n\n" + files
                + (missing.isEmpty() ? "" : "\n## Not there\n\n" + missing)
                + "\n## Privacy\n\n"
                + PRIVACY.stream().map(note -> "* " + note + "\n").collect(Collectors.joining());
    }

    private static String line(Map.Entry<String, String> file) {
        return "* `" + file.getKey() + "` – " + file.getValue() + "\n";
    }
}
