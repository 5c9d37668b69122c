package ai.openclaw.diagnostics.gateway;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** Says which lines of a recording are not events, by number and never by content: the first few, then how many. */
final class MalformedLines implements LongConsumer {

    private static final int NAMED = 10;

    private final PrintWriter err;
    private long count;

    MalformedLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(long lineNumber) {
        count++;
        if (count <= NAMED) {
            err.println(
                    "line " + lineNumber + ": not an event: expected {\"event\": {\"type\": …, …}, \"metadata\": {…}}");
        }
    }

    long count() {
        return count;
    }

    void summarise() {
        if (count > 0) {
            err.println(count + (count == 1 ? " malformed line was" : " malformed lines were") + " skipped.");
        }
    }
}
