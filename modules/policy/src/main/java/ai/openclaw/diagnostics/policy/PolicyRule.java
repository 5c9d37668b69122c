package ai.openclaw.diagnostics.policy;

/** The rules of the label policy, in the order in which they are applied; a value is refused by the first that applies. */
public enum PolicyRule {
    /** There is no value, or nothing but white space. */
    ABSENT,
    /** Longer than 120 characters, or with a character outside {@code [A-Za-z0-9_.:-]}. */
    ALPHABET,
    /** A key or token that its prefix shows, or a value behind the name of a secret. */
    SECRET,
    /** A session key, or the part of one that names a conversation. */
    SESSION_KEY,
    /** A UUID, hexadecimal digits, the id of a provider's request. */
    IDENTIFIER,
    /** A number of six digits or more that is not a date, or nine digits in groups. */
    NUMBER,
    /** An IPv4, IPv6 or MAC address, or a port. */
    ADDRESS,
    /** A name of a host, or of a machine in general. */
    HOST,
    /** A name of a file or a path. */
    FILE,
    /** A sentence whose blanks became dashes or underscores. */
    PROSE,
    /** A run of characters that is far more likely in random text than in names. */
    RANDOM,
    /** What one of the operator's {@code logging.redactPatterns} finds. */
    REDACT_PATTERN,
    /** The label has a closed set of values, and this is none of them. Who records knows the set, the policy does not. */
    CLOSED_SET
}
