package ai.openclaw.diagnostics.gateway;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a Gateway and keeps it until the process is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Start a Gateway and keep it running until it gets SIGTERM or Ctrl-C.",
            "The operators' token comes from --token-file, else from OPENCLAW_GATEWAY_TOKEN; without either a random one "
                    + "is made and printed."
        })
final class GatewayRunCommand implements Callable<Integer> {

    private static final String TOKEN_VARIABLE = "OPENCLAW_GATEWAY_TOKEN";
    private static final String PORT_VARIABLE = "OPENCLAW_GATEWAY_PORT";
    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 15;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; OPENCLAW_GATEWAY_PORT, else 18789.")
    private Integer port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the operators' token; made with a random one if there is none.")
    private Path tokenFile;

    @Option(names = "--no-exporter", description = "Leave the Prometheus exporter out: its endpoint answers 404.")
    private boolean noExporter;

    @Option(
            names = "--no-diagnostics",
            description = "Publish no diagnostic events: the exporter's endpoint answers with an empty body.")
    private boolean noDiagnostics;

    @ArgGroup
    private Traffic traffic = new Traffic();

    @Option(names = "--quiet", description = "Print nothing at start.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        GatewayOptions options = options();
        TrafficSource source = traffic.source(spec.commandLine().getErr()); // wrong options before anything starts
        Vertx vertx = Vertx.vertx();
        Gateway gateway = start(vertx, options);
        CountDownLatch stopped = stopOnSignal(gateway, source);
        source.start(gateway.channel());
        if (!quiet) {
            new StartScreen(gateway, options, source.description(), tokenFile).print(out());
        }
        stopped.await();
        return 0;
    }

    private GatewayOptions options() {
        return new GatewayOptions(GatewayOptions.LOOPBACK, port(), token(), !noExporter, !noDiagnostics, List.of());
    }

    private int port() {
        String variable = System.getenv(PORT_VARIABLE);
        if (port != null || variable == null) {
            return port == null ? GatewayOptions.DEFAULT_PORT : port;
        }
        try {
            return Integer.parseInt(variable.strip());
        } catch (NumberFormatException e) {
            throw GatewayException.unusable(PORT_VARIABLE + " is \"" + variable + "\", but must be a port number.");
        }
    }

    private OperatorToken token() {
        String variable = System.getenv(TOKEN_VARIABLE);
        if (tokenFile != null) {
            return OperatorToken.inFile(tokenFile);
        }
        return variable == null ? OperatorToken.random() : OperatorToken.of(variable, TOKEN_VARIABLE);
    }

    private static Gateway start(Vertx vertx, GatewayOptions options) throws InterruptedException {
        try {
            return Gateway.start(vertx, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            vertx.close();
            throw GatewayException.failed(reason(e.getCause(), options));
        }
    }

    private static String reason(Throwable cause, GatewayOptions options) {
        if (cause instanceof BindException) {
            return "Port " + options.port() + " is taken. Stop what listens there, or choose another with --port.";
        }
        return "The Gateway did not start: " + cause;
    }

    /** SIGTERM and Ctrl-C run shutdown hooks; this one waits until requests in flight are answered. */
    private static CountDownLatch stopOnSignal(Gateway gateway, TrafficSource source) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            source.close();
                            gateway.stop().onComplete(done -> stopped.countDown());
                            awaitStop(stopped);
                        },
                        "gateway-stop"));
        return stopped;
    }

    private static void awaitStop(CountDownLatch stopped) {
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The Gateway did not stop within " + STOP_SECONDS + " s; ending it anyway.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where the events come from, if not from agents. */
    static final class Traffic {

        @Option(names = "--demo", description = "Play a believable agent workload into the Gateway.")
        private boolean demo;

        @ArgGroup(exclusive = false)
        private ReplayOptions replay;

        TrafficSource source(PrintWriter err) {
            if (demo) {
                return TrafficSource.demo();
            }
            return replay == null ? TrafficSource.none() : replay.source(err);
        }
    }

    /** How a recording is played. */
    static final class ReplayOptions {

        @Option(
                names = "--replay",
                required = true,
                paramLabel = "FILE",
                description = "Play a recorded stream of events into the Gateway; .gz is decompressed.")
        private String file;

        @Option(names = "--loop", description = "Begin the recording again when it ends.")
        private boolean loop;

        @Option(names = "--events-per-second", paramLabel = "N", description = "Play it at this pace.")
        private Double eventsPerSecond;

        TrafficSource source(PrintWriter err) {
            return TrafficSource.recording(file, loop, eventsPerSecond, err);
        }
    }
}
