package ai.openclaw.diagnostics.config.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} in strings by variables of the environment; {@code $${NAME}} is the text {@code ${NAME}}, and
 * any other {@code $} is itself.
 */
public final class Substitution {

    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([A-Z_][A-Z0-9_]*)}");

    private Substitution() {}

    /** Returns the first variable that a text needs and that is unset or empty. */
    public static Optional<String> missing(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .results()
                .filter(reference -> reference.group(1).isEmpty())
                .map(reference -> reference.group(2))
                .filter(name -> variables.getOrDefault(name, "").isEmpty())
                .findFirst();
    }

    /** Returns a text with its references replaced; those that are missing become empty. */
    public static String replace(String text, Map<String, String> variables) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            boolean escaped = !reference.group(1).isEmpty();
            return Matcher.quoteReplacement(
                    escaped ? reference.group().substring(1) : variables.getOrDefault(reference.group(2), ""));
        });
    }

    /** Returns the text that {@link #replace} turns into this one. */
    public static String escape(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement("$" + reference.group()));
    }
}
