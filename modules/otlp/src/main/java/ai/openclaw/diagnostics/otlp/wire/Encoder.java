package ai.openclaw.diagnostics.otlp.wire;

/** Encodes what is to be sent of a signal. Called on worker threads, one call at a time; {@link #hasMore} on any thread. */
public interface Encoder {

    /** Prepares for the first message: loads what that needs, and encodes what does not change. */
    default void prepare() {}

    /** Returns the next message, empty if there is nothing to send; valid until the next call. */
    ProtoWriter encode();

    /** Returns how many items are lost if the message that was encoded last is not sent; 0 if the next one makes up for it. */
    default int items() {
        return 0;
    }

    /** Tells whether there is something to send besides the message that was encoded last. */
    default boolean hasMore() {
        return false;
    }

    /** Returns how many items were dropped for lack of room since the start. */
    default long dropped() {
        return 0;
    }
}
