package ai.openclaw.diagnostics.policy;

/** Recognises session keys, which begin with {@code agent:} or hold {@code :agent:}, in any case. */
final class SessionKeys {

    private static final String AGENT = "agent:";

    private SessionKeys() {}

    static boolean beginsAt(String text, int from) {
        return text.length() - from >= AGENT.length() && Ascii.beginsWith(true, AGENT, text, from);
    }

    static boolean anyIn(String text, int from, int to) {
        if (beginsAt(text, from)) {
            return true;
        }
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == ':' && to - at > AGENT.length() && beginsAt(text, at + 1)) {
                return true;
            }
        }
        return false;
    }
}
