package ai.openclaw.diagnostics.support;

import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.policy.PolicyRule;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a sentence what may be private. The state directory and the home directory become their names; other
 * paths, URLs, quoted texts, addresses and what the label policy calls a secret, an identifier or random become marks.
 *
 * <p>Immutable; a text of any length is looked at up to 16,384 characters.
 */
public final class Redactor {

    static final String MARK = "<redacted>";
    private static final String PATH = "<path>";
    private static final String URL = "<url>";
    private static final int MAX_CHARS = 16_384;
    private static final int MAX_WORD = 120;

    /** What an exception says is of the code that threw it. */
    private static final Pattern THROWN = Pattern.compile("([A-Za-z0-9_.$]{1,120}(?:Exception|Error)): [^\\n]*");

    /** Which other plugins there are is of the operator. */
    private static final Pattern OTHER_PLUGIN =
            Pattern.compile("(plugins\\.entries\\.)(?!diagnostics-(?:prometheus|otel)\\b)[^\\s.,;:]+");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|'[^']{2,}'");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CORE = Pattern.compile("([(\\[{<,;]*)(.*?)([)\\]}>,;:.!?]*)", Pattern.DOTALL);

    /** What is never private: files of the configuration with their line, classes of code that is shipped, loopback. */
    private static final Pattern OWN = Pattern.compile("[a-z-]{1,20}\\.json5?(:\\d{1,6}){0,2}"
            + "|(java|javax|jdk|sun|io\\.vertx|io\\.netty|ai\\.openclaw)\\.[A-Za-z0-9_.$]{1,120}"
            + "|(gateway|plugins|diagnostics|logging|ingest)(\\.[A-Za-z][A-Za-z0-9-]{0,40}){1,6}"
            + "|localhost|127\\.0\\.0\\.1(:\\d{1,5})?|OPENCLAW_[A-Z_]{1,40}|--[a-z-]{1,30}");

    /** Code that is shipped. */
    private static final Pattern SHIPPED = Pattern.compile(
            "(java|javax|jdk|sun|com\\.sun|io\\.vertx|io\\.netty|picocli|ai\\.openclaw\\.diagnostics)\\..{1,200}");

    private static final Set<PolicyRule> FOREIGN = EnumSet.of(
            PolicyRule.SECRET,
            PolicyRule.SESSION_KEY,
            PolicyRule.IDENTIFIER,
            PolicyRule.NUMBER,
            PolicyRule.ADDRESS,
            PolicyRule.HOST,
            PolicyRule.FILE,
            PolicyRule.RANDOM);

    private final Map<String, String> places;

    private Redactor(Map<String, String> places) {
        this.places = places;
    }

    /** Returns one that knows where a Gateway keeps its state, and where its user is at home. */
    public static Redactor of(ConfigLocation location) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put(location.stateDirectory().toString(), "$OPENCLAW_STATE_DIR");
        String home = System.getProperty("user.home", "");
        if (home.length() > 1) {
            places.put(home, "~");
        }
        return new Redactor(places);
    }

    /** Returns a text of this project's making without what was put into it. */
    public String text(String text) {
        String shown = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        String told = THROWN.matcher(shown).replaceAll("$1: " + MARK);
        String bundled = OTHER_PLUGIN.matcher(told).replaceAll("$1" + MARK);
        String unquoted = QUOTED.matcher(bundled).replaceAll("\"" + MARK + "\"");
        return WORD.matcher(unquoted).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
    }

    private String word(String word) {
        Matcher parts = CORE.matcher(word);
        return parts.matches() ? parts.group(1) + core(parts.group(2)) + parts.group(3) : MARK;
    }

    private String core(String word) {
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (word.equals(place.getKey())) {
                return place.getValue();
            }
            if (word.startsWith(place.getKey() + "/")) {
                return place.getValue() + "/"
                        + name(word.substring(place.getKey().length() + 1));
            }
        }
        if (word.isEmpty()
                || word.equals("\"" + MARK + "\"")
                || word.startsWith("<")
                || OWN.matcher(word).matches()) {
            return word;
        }
        if (word.contains("://")) {
            return URL;
        }
        if (word.contains("/") && !word.equals("/")) {
            return PATH;
        }
        return isForeign(word) ? MARK : word;
    }

    /** Of a file below a known folder only the names that this project gives. */
    private static String name(String file) {
        return file.matches("(logs(/(support|stability))?/)?(openclaw[A-Za-z0-9.-]{0,80}|plugins)(:\\d{1,6}){0,2}")
                ? file
                : PATH;
    }

    /** Returns the name of a class of code that is shipped; other names may be of a plugin, which is the operator's. */
    static String className(String name) {
        return SHIPPED.matcher(name).matches() ? name : "other";
    }

    static boolean isForeign(String word) {
        if (word.length() > MAX_WORD || word.contains("@") || LabelPolicy.looksLikeSecret(word)) {
            return true;
        }
        PolicyRule rule = LabelPolicy.standard().refusal(word);
        return rule != null && FOREIGN.contains(rule);
    }
}
