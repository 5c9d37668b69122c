package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.events.LogThrottle;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.support.KeptFailure;
import ai.openclaw.diagnostics.support.Redactor;
import ai.openclaw.diagnostics.support.StabilityFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps why a Gateway failed in its state directory, for the next support bundle: a start or a stop that failed, and what no code
 * caught, in whatever thread. Of the latter one a minute is kept, so that a failure that comes again and again does not wear out
 * the disk; the log has them all. Any thread may use it.
 */
final class FailureKeeper {

    private static final System.Logger LOG = System.getLogger(FailureKeeper.class.getName());
    private static final String UNCAUGHT = "uncaught";

    private final ConfigLocation location;
    private final LogThrottle throttle = LogThrottle.create();
    private volatile Function<String, @Nullable String> history = reason -> null;

    FailureKeeper(ConfigLocation location) {
        this.location = location;
    }

    /** Says from where the events before a failure come, by the reason that they are asked for. */
    void history(Function<String, @Nullable String> of) {
        history = of;
    }

    /** Keeps from now on what ends a thread, after what is done about it already. */
    void watchThreads() {
        Thread.UncaughtExceptionHandler other = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (other != null) {
                other.uncaughtException(thread, thrown);
            }
            keepUncaught(thrown);
        });
    }

    /** Keeps and logs from now on what handlers of Vert.x throw; files are not for event loops. */
    void watch(Vertx vertx) {
        vertx.exceptionHandler(thrown -> {
            LOG.log(System.Logger.Level.ERROR, "A handler of Vert.x failed.", thrown);
            new Thread(() -> keepUncaught(thrown), "failure-keeper").start();
        });
    }

    /** Does what is to be done; what it throws is kept, unless it is for people. */
    <T> T guard(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (GatewayException | ConfigException | InvalidRedactPatternException | InterruptedException known) {
            throw known;
        } catch (Exception | Error thrown) {
            keepUncaught(thrown);
            throw thrown;
        }
    }

    /**
     * Keeps a failure that is told in a sentence.
     *
     * @param reason what failed, in a word
     */
    void keep(String reason, String sentence) {
        keep(reason, KeptFailure.of(GatewayException.class.getName(), sentence, Redactor.of(location)));
    }

    private void keepUncaught(Throwable thrown) {
        if (throttle.tryAcquire()) {
            keep(UNCAUGHT, KeptFailure.of(thrown, Redactor.of(location)));
        }
    }

    private void keep(String reason, KeptFailure failure) {
        try {
            StabilityFile.write(location.stateDirectory(), reason, failure, history.apply(reason));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Why the Gateway failed could not be kept: " + FileFailure.reason(e));
        }
    }
}
