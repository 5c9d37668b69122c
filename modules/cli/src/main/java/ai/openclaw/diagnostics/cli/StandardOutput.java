package ai.openclaw.diagnostics.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why writing to it failed: writers and print streams pass over a failure, and a command
 * whose output is lost must not succeed. For any thread.
 */
final class StandardOutput extends FilterOutputStream {

    private volatile @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Makes {@link System#out} one and returns it. */
    static StandardOutput install() {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(output, false, Charset.defaultCharset()));
        return output;
    }

    /** Returns a writer of text that does not flush by itself. */
    PrintWriter writer() {
        return new PrintWriter(this, false, Charset.defaultCharset());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns why something that was written and flushed is lost, if it is. */
    Optional<String> failure() {
        IOException e = failure;
        return e == null
                ? Optional.empty()
                : Optional.of(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    }
}
