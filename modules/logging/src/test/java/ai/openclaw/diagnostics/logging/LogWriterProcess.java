package ai.openclaw.diagnostics.logging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A process that logs into a file that others may log into, too, and prints how many entries it lost. */
final class LogWriterProcess {

    private LogWriterProcess() {}

    /** Starts one that writes so many entries, each with its name and a number. */
    static Process start(Path file, String name, int entries) throws IOException {
        String classes = System.getProperty("java.class.path") + ":" + System.getProperty("jdk.module.path", "")
                + ":target/test-classes:target/classes";
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        classes,
                        LogWriterProcess.class.getName(),
                        file.toString(),
                        name,
                        String.valueOf(entries)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Logs as its arguments say: the file, the name, how many entries. */
    public static void main(String[] arguments) {
        Logs logs = new Logs(LogFormat.JSON, System.err);
        logs.open(new LogFileOptions(Path.of(arguments[0]), 256 << 10, 100, 7), LogFormat.JSON);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            LogRecord entry = new LogRecord(Level.INFO, arguments[1] + " " + i);
            entry.setLoggerName("test");
            logs.publish(entry);
        }
        logs.release();
        System.out.println(logs.notWritten());
    }
}
