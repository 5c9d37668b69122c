package ai.openclaw.diagnostics.replay;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Says which lines of a recording are not events, by number and never by content: the first few, then how many. */
public final class MalformedLines implements LongConsumer {

    private static final int NAMED = 10;

    private final Consumer<String> said;
    private long count;

    /** Says it, sentence by sentence. */
    public MalformedLines(Consumer<String> said) {
        this.said = said;
    }

    @Override
    public void accept(long lineNumber) {
        count++;
        if (count <= NAMED) {
            said.accept("line " + lineNumber
                    + ": not an event: expected {\"event\": {\"type\": …, …}, \"metadata\": {…}}, at most 1 MiB");
        }
    }

    /** Returns how many there were so far. */
    public long count() {
        return count;
    }

    /** Says how many there were, if there were any. */
    public void summarise() {
        if (count > 0) {
            said.accept(count + (count == 1 ? " malformed line was" : " malformed lines were") + " skipped.");
        }
    }
}
