package ai.openclaw.diagnostics.events;

/** Where an event comes from, which decides whether it is recorded. */
public enum Provenance {
    /** Published by the Gateway's core. */
    TRUSTED,
    /** Published by the Gateway itself on behalf of something inside it. */
    INTERNAL,
    /** Published by a plugin or anything outside the Gateway: never recorded. */
    UNTRUSTED;

    /** Returns the provenance that these two flags of an event's metadata mean. */
    public static Provenance of(boolean trusted, boolean internal) {
        if (trusted) {
            return TRUSTED;
        }
        return internal ? INTERNAL : UNTRUSTED;
    }

    /** Returns whether events of this provenance are recorded. */
    public boolean isTrusted() {
        return this != UNTRUSTED;
    }
}
