package ai.openclaw.diagnostics.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which release of OpenClaw's {@code diagnostics-prometheus} plugin the families and labels are those of; ascending. */
public enum Profile {
    /** May 2026: 30 families. */
    V2026_5("2026.5"),
    /** September 2026: further families, and further labels on some that were there before. */
    V2026_9("2026.9");

    private final String text;

    Profile(String text) {
        this.text = text;
    }

    /** Returns the name in the configuration. */
    public String text() {
        return text;
    }

    /** Returns the profile of this name, if there is one. */
    public static Optional<Profile> of(String text) {
        return Arrays.stream(values())
                .filter(profile -> profile.text.equals(text))
                .findFirst();
    }

    /** Returns the names of all profiles, for messages. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Profile::text).toList();
    }

    /** Tells whether this profile has what was introduced with another one. */
    public boolean has(Profile since) {
        return compareTo(since) >= 0;
    }
}
