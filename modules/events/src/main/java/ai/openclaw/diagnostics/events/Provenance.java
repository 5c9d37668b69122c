package ai.openclaw.diagnostics.events;

/** Who vouches for an event. */
public enum Provenance {
    /** Published by the Gateway's core. */
    TRUSTED,
    /** Published by the Gateway itself on behalf of something inside it. */
    INTERNAL,
    /** Published by a plugin or anything outside: nobody vouches for it, and it is never counted. */
    UNTRUSTED;

    /** Returns the provenance that these two flags of an event's metadata stand for. */
    public static Provenance of(boolean trusted, boolean internal) {
        if (trusted) {
            return TRUSTED;
        }
        return internal ? INTERNAL : UNTRUSTED;
    }

    /** Tells whether events of this provenance are counted. */
    public boolean vouched() {
        return this != UNTRUSTED;
    }
}
