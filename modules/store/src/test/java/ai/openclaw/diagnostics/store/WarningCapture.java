package ai.openclaw.diagnostics.store;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while something runs. */
final class WarningCapture extends Handler {

    private final List<String> messages = new ArrayList<>();

    private WarningCapture() {}

    static List<String> of(Class<?> source, Runnable action) {
        WarningCapture capture = new WarningCapture();
        Logger logger = Logger.getLogger(source.getName());
        logger.addHandler(capture);
        try {
            action.run();
        } finally {
            logger.removeHandler(capture);
        }
        return capture.messages;
    }

    @Override
    public void publish(LogRecord record) {
        messages.add(MessageFormat.format(record.getMessage(), record.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
