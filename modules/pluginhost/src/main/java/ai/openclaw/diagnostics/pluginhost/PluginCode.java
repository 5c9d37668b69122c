package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.policy.ForeignText;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls code of plugins, which may do anything: throw what it likes, block, or never return. */
final class PluginCode {

    private static final int CLASS_FILE_OF_JAVA_1 = 44;

    private PluginCode() {}

    /**
     * Calls code on a separate daemon thread.
     *
     * @param name of the thread
     * @param limit how long it may take; after that the result fails with {@link TimeoutException}, and the thread stays
     * @return what the code returns; fails with what it throws, errors included, as a cause
     */
    static <T> CompletableFuture<T> call(String name, Duration limit, Callable<T> code) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, code), name);
        thread.setDaemon(true);
        thread.start();
        return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> code) {
        try {
            result.complete(code.call());
        } catch (Throwable anything) {
            result.completeExceptionally(new ThrownByPluginException(anything));
        }
    }

    /** Calls code that is to return a future; what it throws, and null, become failures. */
    static Future<?> future(Callable<@Nullable Future<?>> code) {
        try {
            Future<?> future = code.call();
            return future == null ? Future.failedFuture(new NullPointerException("null in place of a future")) : future;
        } catch (Throwable anything) {
            return Future.failedFuture(new ThrownByPluginException(anything));
        }
    }

    /** Carries what a plugin threw, without a call of its methods. */
    private static final class ThrownByPluginException extends Exception {
        private static final long serialVersionUID = 1L;

        ThrownByPluginException(Throwable thrown) {
            super("thrown by a plugin", thrown, false, false);
        }
    }

    /** Returns what was thrown and where, in one line; for a timeout that it took too long. */
    static String describe(@Nullable Throwable thrown, Duration limit) {
        Throwable cause = cause(thrown);
        if (cause instanceof TimeoutException) {
            return "did not complete within " + limit.toSeconds() + " s";
        }
        return cause instanceof UnsupportedClassVersionError newer ? newerJava(newer.getMessage()) : text(cause);
    }

    /** Returns the reason of a class file that is too new for this Java, by its message. */
    static String newerJava(@Nullable String message) {
        String version = String.valueOf(message).replaceFirst("(?s).*?(\\d+)\\.0.*", "$1");
        String built = version.matches("\\d{2,4}")
                ? "Java " + (Integer.parseInt(version) - CLASS_FILE_OF_JAVA_1)
                : "a newer Java";
        return "was compiled for " + built + ", but this is Java "
                + Runtime.version().feature() + ": run the Gateway with " + built
                + ", or use a build of the plugin for Java " + Runtime.version().feature();
    }

    /** Returns what the plugin threw, without what wraps it. */
    static @Nullable Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ThrownByPluginException
                || thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError;
    }

    /** The throwable is the plugin's, too: its methods may throw. */
    private static String text(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "failed without a reason";
        }
        try {
            String message = ForeignText.line(thrown.getMessage());
            return "failed with " + name(thrown) + (message.isEmpty() ? "" : ": " + message)
                    + place(thrown.getStackTrace());
        } catch (Throwable anything) {
            return "failed with " + name(thrown);
        }
    }

    private static String name(Throwable thrown) {
        return ForeignText.code(thrown.getClass().getName());
    }

    private static String place(StackTraceElement[] stack) {
        return stack.length == 0 ? "" : " at " + ForeignText.code(stack[0].toString());
    }
}
