package ai.openclaw.diagnostics.policy;

/**
 * Finds session keys: what holds {@code agent:} in any case, and the part of a key that names a conversation, as in
 * {@code imessage:dm:alice}. A channel alone ({@code telegram}) and a lane ({@code cron}) are spared.
 */
final class SessionKeys {

    private static final String AGENT = "agent:";
    /** Parts that what follows names. */
    static final WordSet CONVERSATIONS = WordSet.of("dm direct peer group channel room thread topic chat user");

    private SessionKeys() {}

    static boolean beginsAt(String text, int from) {
        return text.length() - from >= AGENT.length() && Ascii.beginsWith(true, AGENT, text, from);
    }

    static boolean anyIn(String text, int from, int to) {
        int part = from;
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == ':') {
                boolean named = part > from || at - part == 2; // "dm" alone may also be the first part
                if (endsAgent(text, from, at) || named && at + 1 < to && CONVERSATIONS.contains(text, part, at)) {
                    return true;
                }
                part = at + 1;
            }
        }
        return false;
    }

    private static boolean endsAgent(String text, int from, int colon) {
        int start = colon - AGENT.length() + 1;
        return start >= from && beginsAt(text, start);
    }
}
