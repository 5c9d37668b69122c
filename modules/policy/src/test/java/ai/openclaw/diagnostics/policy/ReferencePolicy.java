package ai.openclaw.diagnostics.policy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The policy once more, slow and plain, as regular expressions. */
final class ReferencePolicy {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.:-]{1,120}");
    private static final Pattern TRIM = Pattern.compile(
            "^[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+"
                    + "|[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$");

    /** An ASCII word boundary; what {@code \\b} takes for a word character differs between JDKs. */
    private static final String START = "(?<![A-Za-z0-9_])";

    private static final List<Pattern> SECRETS = Stream.concat(
                    Stream.of(
                            "(?-i)" + START + "[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CVC|CVV|CARD[_-]?NUMBER"
                                    + "|SECURITY[_-]?CODE|PAYMENT[_-]?CREDENTIAL):[\\s\\S]",
                            "(?-i)" + START + "(?:AKIA|ASIA)[A-Z0-9]{16}",
                            START + "ya29\\.(?=[A-Za-z0-9_-]{10})(?-i)[a-z_-]*[A-Z0-9]"),
                    Stream.of(
                                    "sk-[A-Za-z0-9_-]{8}",
                                    "ghp_[A-Za-z0-9]{20}",
                                    "github_pat_[A-Za-z0-9_]{20}",
                                    "xox[baprs]-[A-Za-z0-9-]{10}",
                                    "xapp-[A-Za-z0-9-]{10}",
                                    "gsk_[A-Za-z0-9_-]{10}",
                                    "AIza[A-Za-z0-9_-]{20}",
                                    "pplx-[A-Za-z0-9_-]{10}",
                                    "npm_[A-Za-z0-9]{10}",
                                    "AKID[A-Za-z0-9]{10}",
                                    "LTAI[A-Za-z0-9]{10}",
                                    "hf_[A-Za-z0-9]{10}",
                                    "r8_[A-Za-z0-9]{10}",
                                    "(?:bot)?[0-9]{6,}:[A-Za-z0-9_-]{20}",
                                    "eyJ[A-Za-z0-9_-]{7,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
                                    "glpat-[A-Za-z0-9_-]{20}",
                                    "xai-[A-Za-z0-9_-]{20}",
                                    "[srp]k_(?:live|test)_[A-Za-z0-9]{10}")
                            .map(shape -> START + shape))
            .map(shape -> Pattern.compile(shape, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final List<Pattern> IDENTIFIERS = Stream.of(
                    "(?i)(?!0{8}-0{4}-.000-.000-0{12})[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
                    "(?i)(?=.*[0-9])[0-9a-f]{32,}",
                    "[-+]?[0-9]{6,}",
                    "(?:chatcmpl-|resp_|req_|msg_|call_|toolu_|run_)[A-Za-z0-9]{12,}",
                    "(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})(?:\\.(?!$|:)|(?=$|:))){4}(?::[0-9]+)?")
            .map(Pattern::compile)
            .toList();

    private ReferencePolicy() {}

    static String admit(String raw, String fallback) {
        String value = TRIM.matcher(raw).replaceAll("");
        String folded = value.toLowerCase(java.util.Locale.ROOT);
        boolean refused = !LABEL.matcher(value).matches()
                || SECRETS.stream().anyMatch(secret -> secret.matcher(value).find())
                || folded.startsWith("agent:")
                || folded.contains(":agent:")
                || IDENTIFIERS.stream()
                        .anyMatch(identifier -> identifier.matcher(value).matches());
        return refused ? fallback : value;
    }

    static String admitLane(String raw, String fallback) {
        String value = TRIM.matcher(raw).replaceAll("");
        String head = value.split(":", 2)[0];
        boolean refused = value.toLowerCase(java.util.Locale.ROOT).startsWith("agent:")
                || SECRETS.stream().anyMatch(secret -> secret.matcher(value).find())
                || !LABEL.matcher(head).matches()
                || IDENTIFIERS.stream()
                        .anyMatch(identifier -> identifier.matcher(head).matches());
        return refused ? fallback : head;
    }
}
