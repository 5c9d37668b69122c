package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.options.ModuleVersion;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.gateway.BindFailure;
import ai.openclaw.diagnostics.gateway.Gateway;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.logging.Logs;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a Gateway and keeps it until the process is told to stop. */
@Command(
        name = "run",
        description = {
            "Start a Gateway and keep it running until it gets SIGTERM or Ctrl-C.",
            "The operators' secret comes from --token-file, else from the configuration, else from"
                    + " OPENCLAW_GATEWAY_TOKEN or OPENCLAW_GATEWAY_PASSWORD; without any a random token is made, printed,"
                    + " and kept in the configuration."
        })
final class GatewayRunCommand implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(GatewayRunCommand.class.getName());
    private static final long START_SECONDS = 90;
    private static final long STOP_SECONDS = 15;

    /** Nothing is served from files, so no folder for temporary copies is made. */
    private static final FileSystemOptions NO_FILES =
            new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @ArgGroup
    private TrafficOptions traffic = new TrafficOptions();

    @Option(names = "--quiet", description = "Print nothing at start.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        FailureKeeper failures = new FailureKeeper(run.location());
        return failures.guard(() -> run(failures));
    }

    private int run(FailureKeeper failures) throws InterruptedException {
        TrafficSource source = traffic.source(); // wrong options before anything starts
        LogSetup.apply(
                run.settings().log(), spec.root().findOption("--log-format").getValue() != null);
        GatewayOptions options = run.resolve(!source.description().isEmpty());
        if (!run.passedOver().isEmpty()) {
            LOG.log(System.Logger.Level.INFO, run.location().file() + ": " + ConfigCommand.notUsed(run.passedOver()));
        }
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions().setFileSystemOptions(NO_FILES))
                .withTransport(Gateway.transport())
                .build();
        failures.watchThreads();
        failures.watch(vertx);
        Gateway gateway = start(vertx, options, failures);
        failures.history(gateway::history);
        CountDownLatch stopped = stopOnSignal(gateway, source, failures, STOP_SECONDS + options.drainMs() / 1000);
        source.start(gateway.channel());
        if (!quiet) {
            show(new StartScreen(
                    gateway, options, run.exporterActivation(), source.description(), run.tokenFile(), run.location()));
        }
        stopped.await();
        return 0;
    }

    private void show(StartScreen screen) {
        PrintWriter out = spec.commandLine().getOut();
        screen.print(out);
        if (out.checkError()) {
            Logs.write(Level.WARNING, "The start screen cannot be written to standard output; the Gateway runs.");
        }
    }

    private static Gateway start(Vertx vertx, GatewayOptions options, FailureKeeper failures)
            throws InterruptedException {
        try {
            Gateway gateway = tryStart(vertx, options);
            Logs.record(started(gateway));
            return gateway;
        } catch (GatewayException e) {
            failures.keep("start", String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static String started(Gateway gateway) {
        int port = URI.create(gateway.url()).getPort();
        return "Started: version " + ModuleVersion.text() + ", port " + port + ", process "
                + ProcessHandle.current().pid() + ".";
    }

    private static Gateway tryStart(Vertx vertx, GatewayOptions options) throws InterruptedException {
        try {
            return Gateway.start(vertx, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            vertx.close();
            throw GatewayException.failed(reason(Objects.requireNonNullElse(e.getCause(), e), options));
        } catch (TimeoutException e) {
            vertx.close();
            throw GatewayException.failed("The Gateway did not start within " + START_SECONDS + " s.");
        }
    }

    private static String reason(Throwable cause, GatewayOptions options) {
        if (cause instanceof GatewayException known) {
            return String.valueOf(known.getMessage());
        }
        if (BindFailure.is(cause)) {
            return BindFailure.explain(cause, options.host(), options.port());
        }
        return "The Gateway did not start: " + cause;
    }

    /** SIGTERM and Ctrl-C run shutdown hooks; this one waits until requests in flight are answered. */
    private static CountDownLatch stopOnSignal(
            Gateway gateway, TrafficSource source, FailureKeeper failures, long limitSeconds) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            Logs.record("Stopping.");
                            source.close();
                            gateway.stop().onComplete(done -> {
                                Objects.requireNonNullElse(done.result(), List.<String>of())
                                        .forEach(failure -> Logs.write(Level.SEVERE, failure));
                                Logs.record("Stopped."); // the file is closed from then on
                                stopped.countDown();
                            });
                            awaitStop(stopped, failures, limitSeconds);
                            Logs.closeFile();
                        },
                        "gateway-stop"));
        return stopped;
    }

    private static void awaitStop(CountDownLatch stopped, FailureKeeper failures, long limitSeconds) {
        try {
            if (!stopped.await(limitSeconds, TimeUnit.SECONDS)) {
                String failure = "The Gateway did not stop within " + limitSeconds + " s; ending it anyway.";
                Logs.write(Level.SEVERE, failure);
                failures.keep("stop", failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
