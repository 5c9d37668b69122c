package ai.openclaw.diagnostics.logging;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The log of the process on standard error, and in a file if there is one. Everything gets there by java.util.logging, which
 * {@link System.Logger}, Vert.x and Netty write to: one handler shows it all, and repeated faults once a minute. Where there
 * is a file, standard error shows warnings and errors only.
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

    /** The project's own. What libraries log below INFO may show what clients send. Held, or its level would be forgotten. */
    private static final Logger OWN = Logger.getLogger("ai.openclaw");

    private static volatile Logs installed = new Logs(LogFormat.TEXT, System.err);

    private final LogFormat format;
    private final PrintStream out;
    private final RepeatedFaults repeated = new RepeatedFaults();
    private volatile @Nullable EntryFile file;

    Logs(LogFormat format, PrintStream out) {
        this.format = format;
        this.out = out;
    }

    /** Lets the process log in this format, unless its owner configured java.util.logging. */
    public static void use(LogFormat format) {
        installed = new Logs(format, System.err);
        System.getProperties().putIfAbsent(VERTX, "io.vertx.core.logging.JULLogDelegateFactory");
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.log(
                System.Logger.Level.ERROR, "The thread \"" + thread.getName() + "\" ended by a failure.", failure));
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            replaceHandlers(LogManager.getLogManager().getLogger(""), installed);
            CONNECTIONS.setLevel(Level.OFF);
        }
    }

    /** Sets how much the process logs; libraries never more than INFO. */
    public static void limit(LogLevel level) {
        installed.setLevel(level.threshold());
        OWN.setLevel(level.threshold());
    }

    /** Writes the log of the process into a file from now on. */
    public static void writeTo(LogFileOptions options, LogFormat format) {
        installed.open(options, format);
    }

    /** Writes what the file has not got yet, for at most a few seconds, and closes it. */
    public static void closeFile() {
        installed.release();
    }

    /** Returns how the log file does, if there is one. */
    public static Optional<LogFileStatus> file() {
        return Optional.ofNullable(installed.file).map(EntryFile::status);
    }

    /** Returns how many entries the file has lost. */
    long notWritten() {
        EntryFile open = file;
        return open == null ? 0 : open.status().notWritten();
    }

    synchronized void open(LogFileOptions options, LogFormat fileFormat) {
        release();
        file = EntryFile.open(options, fileFormat, this::alarm);
    }

    /** One that comes while another closes the file waits until that is done. */
    synchronized void release() {
        EntryFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /** The file cannot tell of itself. */
    private void alarm(String message) {
        print(format.format(LogEntry.of(entry(Level.WARNING, message, FileLog.class.getName()))));
    }

    private static void replaceHandlers(Logger root, Handler handler) {
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(handler);
    }

    /** Tells the person who runs a command: in a line as it is, or in an entry where machines read. */
    public static void tell(PrintWriter err, Level level, String message) {
        LogEntry entry = LogEntry.of(entry(level, message, LOGGER));
        EntryFile open = installed.file;
        if (open != null) {
            open.write(entry);
        }
        if (installed.format == LogFormat.JSON) {
            installed.print(installed.format.format(entry));
        } else {
            err.println(message);
            err.flush();
        }
    }

    /** Writes whatever has become of java.util.logging, which is gone as soon as the process begins to end. */
    public static void write(Level level, String message) {
        installed.publish(entry(level, message, LOGGER));
    }

    /** Writes an entry of the level INFO into the file alone, if there is one: a screen says the same to who reads standard error. */
    public static void record(String message) {
        LogRecord entry = entry(Level.INFO, message, LOGGER);
        EntryFile open = installed.file;
        if (open != null && installed.isLoggable(entry)) {
            open.write(LogEntry.of(entry));
        }
    }

    private static LogRecord entry(Level level, String message, String logger) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName(logger);
        return entry;
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && hasRoom(entry.getLevel())) {
            repeated.admit(LogEntry.of(entry)).ifPresent(this::write);
        }
    }

    /** Before any work is done for it: an entry that only the full queue of a file would get is counted and forgotten. */
    private boolean hasRoom(Level level) {
        EntryFile open = file;
        return open == null || LogEntry.isFault(level) || open.hasRoom(false);
    }

    private void write(LogEntry entry) {
        EntryFile open = file;
        if (open != null) {
            open.write(entry);
        }
        if (open == null || entry.isFault()) {
            print(format.format(entry));
        }
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** Does nothing: standard error is the process's, and what is told while it ends belongs in the file too. */
    @Override
    public void close() {}
}
