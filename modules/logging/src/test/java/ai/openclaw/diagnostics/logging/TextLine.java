package ai.openclaw.diagnostics.logging;

import java.nio.charset.StandardCharsets;

/** An entry of a log file that is a line of text, without a number. */
record TextLine(String text) implements LogQueue.Entry {

    @Override
    public byte[] line(long number) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int weight() {
        return text.length() + 1;
    }
}
