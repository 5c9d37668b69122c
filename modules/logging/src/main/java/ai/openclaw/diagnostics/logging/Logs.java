package ai.openclaw.diagnostics.logging;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of the process on standard error. Everything gets there by java.util.logging, which {@link System.Logger},
 * Vert.x and Netty speak to: one handler shows it all in one format, and repeated faults once a minute.
 *
 * <p>Any thread may log; entries are written one after the other, each whole.
 */
public final class Logs extends Handler {

    private static final System.Logger LOG = System.getLogger(Logs.class.getName());
    /** Of what is told to the person who runs a command. */
    private static final String LOGGER = "ai.openclaw.diagnostics.Openclaw";

    private static final String VERTX = "vertx.logger-delegate-factory-class-name";

    /** Shows the bytes that a client sent in place of HTTP, which may be anything. Held, or its level would be forgotten. */
    private static final Logger CONNECTIONS = Logger.getLogger("io.vertx.core.net.impl.ConnectionBase");

    private static volatile Logs installed = new Logs(LogFormat.TEXT, System.err);

    private final LogFormat format;
    private final PrintStream out;
    private final RepeatedFaults repeated = new RepeatedFaults();

    Logs(LogFormat format, PrintStream out) {
        this.format = format;
        this.out = out;
    }

    /** Lets the process log in this format, unless its owner configured java.util.logging. */
    public static void use(LogFormat format) {
        installed = new Logs(format, System.err);
        System.getProperties().putIfAbsent(VERTX, "io.vertx.core.logging.JULLogDelegateFactory");
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LOG.log(System.Logger.Level.ERROR, "The thread " + thread.getName() + " ended by a failure.", failure));
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            replaceHandlers(LogManager.getLogManager().getLogger(""), installed);
            CONNECTIONS.setLevel(Level.OFF);
        }
    }

    private static void replaceHandlers(Logger root, Handler handler) {
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(handler);
    }

    /** Tells the person who runs a command: in a line as it is, or in an entry where machines read. */
    public static void tell(PrintWriter err, Level level, String message) {
        if (installed.format == LogFormat.JSON) {
            write(level, message);
        } else {
            err.println(message);
            err.flush();
        }
    }

    /** Writes whatever has become of java.util.logging, which is gone as soon as the process begins to end. */
    public static void write(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName(LOGGER);
        installed.publish(entry);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            repeated.admit(LogEntry.of(entry)).map(format::format).ifPresent(this::write);
        }
    }

    private synchronized void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** Does nothing: standard error is the process's. */
    @Override
    public void close() {}
}
