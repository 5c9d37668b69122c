package ai.openclaw.diagnostics.catalog;

/** Which of the label policy's two procedures decides about a label's values. */
public enum LabelRule {
    /** The whole value is admitted or replaced by the fallback. */
    VALUE,
    /** A queue lane: what precedes the first colon is admitted, so that session keys never show. */
    LANE
}
