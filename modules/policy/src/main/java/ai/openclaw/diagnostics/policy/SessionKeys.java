package ai.openclaw.diagnostics.policy;

/** Recognises session keys, which begin with {@code agent:} or hold {@code :agent:}, in any case. */
final class SessionKeys {

    private static final String AGENT = "agent:";

    private SessionKeys() {}

    static boolean beginsAt(String text, int from) {
        return text.regionMatches(true, from, AGENT, 0, AGENT.length());
    }

    static boolean anyIn(String text, int from, int to) {
        if (beginsAt(text, from)) {
            return true;
        }
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == ':' && beginsAt(text, at + 1) && at + AGENT.length() < to) {
                return true;
            }
        }
        return false;
    }
}
