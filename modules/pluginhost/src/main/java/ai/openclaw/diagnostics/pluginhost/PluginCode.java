package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.policy.ForeignText;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ServiceConfigurationError;
import java.util.Set;
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

    private static final Set<Class<?>> WRAPPERS = Set.of(
            ThrownByPluginException.class,
            CompletionException.class,
            ExecutionException.class,
            ServiceConfigurationError.class,
            ExceptionInInitializerError.class);

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
        start(name, () -> complete(result, code));
        return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void start(String name, Runnable code) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs what waits for a plugin's code on a thread that nothing else waits for. */
    static void runApart(Runnable code) {
        start("plugin-failure", code);
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
            return future == null
                    ? Future.failedFuture(new NullPointerException("null in place of a future"))
                    : future.recover(anything -> Future.failedFuture(new ThrownByPluginException(anything)));
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

    /**
     * Returns what was thrown and where, in one line; for a timeout that it took too long. Waits as long again for the methods
     * of what was thrown.
     *
     * @param limit how long the code was allowed to take
     */
    static String describe(@Nullable Throwable thrown, Duration limit) {
        Throwable cause = cause(thrown);
        if (cause == null) {
            return "failed without a reason";
        }
        if (cause instanceof TimeoutException) {
            return "did not complete within " + limit.toSeconds() + " s";
        }
        return call("plugin-failure", limit, () -> text(cause))
                .exceptionally(anything -> "failed with " + name(cause))
                .join();
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

    /** Returns what the plugin threw, without what wraps it. Calls no method of the plugin. */
    static @Nullable Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && WRAPPERS.contains(cause.getClass()) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String text(Throwable thrown) {
        if (thrown instanceof UnsupportedClassVersionError) {
            return newerJava(thrown.getMessage());
        }
        String message = ForeignText.line(thrown.getMessage());
        return "failed with " + name(thrown) + (message.isEmpty() ? "" : ": " + message)
                + place(thrown.getStackTrace());
    }

    private static String name(Throwable thrown) {
        return ForeignText.code(thrown.getClass().getName());
    }

    private static String place(StackTraceElement[] stack) {
        return stack.length == 0 ? "" : " at " + ForeignText.code(stack[0].toString());
    }
}
