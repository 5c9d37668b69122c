package ai.openclaw.diagnostics.json5;

/** A text that is not JSON5, or that an edit cannot change. The message never repeats the text. */
public final class Json5Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    Json5Exception(int offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    /** Returns the offset in the text of what is wrong, from 0. */
    public int offset() {
        return offset;
    }
}
