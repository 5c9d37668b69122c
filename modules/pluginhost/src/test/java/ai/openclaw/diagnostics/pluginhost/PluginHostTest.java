package ai.openclaw.diagnostics.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.spi.ConfigProblem;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import ai.openclaw.diagnostics.testing.Golden;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a plugin does when it is started or stopped, the Gateway says which one it was and why, and goes on. */
class PluginHostTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        end.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    void everyFailureOfAStartNamesThePluginAndTheReason() {
        Map<String, Supplier<Deployable>> starts = new LinkedHashMap<>();
        starts.put("create() throws an exception", () -> {
            throw new IllegalStateException("no luck");
        });
        starts.put("create() throws an error", () -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });
        starts.put("create() refuses its configuration", () -> {
            throw new ConfigProblemsException(List.of(
                    ConfigProblem.notAllowed("url", 7, "a URL"), ConfigProblem.unknownKey("ulr", List.of("url"))));
        });
        starts.put("create() tells a secret, escape sequences and much else", () -> {
            throw new IllegalStateException(
                    "\u001B[31m\nno login with password=hunter2 at https://bob:blue@db.example.org\n"
                            + "…".repeat(9_999));
        });
        starts.put("create() repeats a secret of its configuration", () -> {
            throw new ConfigProblemsException(List.of(
                    ConfigProblem.value("url", "\u001B[2Jfound sk-proj-abcdefgh12345678"),
                    ConfigProblem.unknownKey("ulr", List.of("sk-proj-abcdefgh12345678"))));
        });
        starts.put("create() refuses its configuration without a reason", () -> {
            throw new ConfigProblemsException(List.of());
        });
        starts.put("create() throws what does not return from getMessage()", () -> {
            throw new Blocking();
        });
        starts.put("create() throws what is its own cause for ever", () -> {
            throw new Endless();
        });
        starts.put(
                "start() fails with what does not return from getMessage()",
                () -> starting(() -> Future.failedFuture(new Blocking())));
        starts.put("create() throws what throws in getMessage()", () -> {
            throw new Hostile();
        });
        starts.put("create() returns null", () -> null);
        starts.put("create() does not return", () -> {
            awaitEnd();
            return starting(Future::succeededFuture);
        });
        starts.put(
                "start() throws an exception",
                () -> starting(() -> {
                    throw new IllegalArgumentException("two\nlines");
                }));
        starts.put(
                "start() throws an error",
                () -> starting(() -> {
                    throw new AssertionError("broken");
                }));
        starts.put("start() fails without a reason", () -> starting(() -> Future.failedFuture((Throwable) null)));
        starts.put("start() returns null", () -> starting(() -> null));
        starts.put(
                "start() does not complete",
                () -> starting(() -> Promise.promise().future()));
        starts.put(
                "start() does not return",
                () -> starting(() -> {
                    awaitEnd();
                    return Future.succeededFuture();
                }));

        Map<String, String> messages = new LinkedHashMap<>();
        starts.forEach((name, creation) -> messages.put(
                name,
                failure(plugin(creation), name.contains("does not") ? SOON : LONG)
                        .replaceAll(" at \\S+\\(\\S+:\\d+\\)", " at FRAME")));

        Golden.file("plugin-starts.txt").assertHolds(messages);
    }

    @ParameterizedTest
    @EnumSource(PluginOrigin.class)
    void aPluginIsGivenItsConfiguration(PluginOrigin origin) {
        AtomicReference<Map<String, Object>> given = new AtomicReference<>(Map.of());
        GatewayPlugin curious = new GatewayPlugin() {
            @Override
            public String id() {
                return "curious";
            }

            @Override
            public String description() {
                return "Keeps what it is given.";
            }

            @Override
            public Deployable create(GatewayContext context) {
                given.set(context.config());
                return starting(Future::succeededFuture);
            }
        };
        Map<String, Object> config = Map.of("url", "https://example.org");
        new DiscoveredPlugin(NamedPlugin.of(curious), origin, "x.jar", null)
                .withConfig(config)
                .create(context());
        assertThat(given.get()).isEqualTo(config);
    }

    @Test
    void thePluginThatFailsIsTheOneThatIsNamed() {
        DiscoveredPlugin well = discovered("well", () -> starting(Future::succeededFuture));
        DiscoveredPlugin ill = discovered("ill", () -> null);
        assertThat(failure(List.of(well, ill), LONG)).startsWith("The plugin ill,");
    }

    @Test
    void everyFailureOfAStopNamesThePluginAndTheReason() throws Exception {
        Map<String, Supplier<Future<?>>> stops = new LinkedHashMap<>();
        stops.put("stop() throws an error", () -> {
            throw new AssertionError("broken");
        });
        stops.put("stop() fails", () -> Future.failedFuture(new IllegalStateException("busy")));
        stops.put("stop() does not complete", () -> Promise.promise().future());
        Map<String, String> messages = new LinkedHashMap<>();
        for (Map.Entry<String, Supplier<Future<?>>> stop : stops.entrySet()) {
            PluginHost host = PluginHost.of(vertx, LONG, stop.getKey().contains("does not") ? SOON : LONG);
            DiscoveredPlugin plugin = plugin(() -> new VerticleBase() {
                @Override
                public Future<?> stop() {
                    return stop.getValue().get();
                }
            });
            get(host.start(List.of(plugin), context()));
            List<String> failures = host.stop().get(2, TimeUnit.MINUTES);
            messages.put(stop.getKey(), String.join("\n", failures).replaceAll(" at \\S+\\(\\S+:\\d+\\)", " at FRAME"));
        }
        Golden.file("plugin-stops.txt").assertHolds(messages);
    }

    @Test
    void aPluginIsAskedForItsIdOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        NamedPlugin named = NamedPlugin.of(
                new TestPlugin(() -> "id-" + asked.incrementAndGet(), () -> starting(Future::succeededFuture)));
        DiscoveredPlugin plugin = DiscoveredPlugin.bundled(named);
        PluginHost host = PluginHost.of(vertx, LONG, LONG);
        get(host.start(List.of(plugin), context()));
        assertThat(host.stop().get(2, TimeUnit.MINUTES)).isEmpty();
        assertThat(plugin.id()).isEqualTo("id-1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPluginWithoutAnIdIsRefused() {
        assertThatThrownBy(() -> NamedPlugin.of(new TestPlugin(() -> null, () -> starting(Future::succeededFuture))))
                .hasMessage("its id() returned null, but must return an id that a configuration can name");
    }

    @Test
    void aDescriptionIsALineOfPlainText() {
        assertThat(description("Reads\r\nmail.\n")).isEqualTo("Reads mail.");
        assertThat(description("\u001B[31mReads\u202Email")).isEqualTo("[31mReads mail");
        assertThat(description(null)).isEqualTo("No description.");
    }

    private static String description(String text) {
        return NamedPlugin.of(new GatewayPlugin() {
                    @Override
                    public String id() {
                        return "greeter";
                    }

                    @Override
                    public String description() {
                        return text;
                    }

                    @Override
                    public Deployable create(GatewayContext context) {
                        throw new AssertionError("it must not be started");
                    }
                })
                .description();
    }

    private String failure(DiscoveredPlugin plugin, Duration limit) {
        return failure(List.of(plugin), limit);
    }

    private String failure(List<DiscoveredPlugin> plugins, Duration limit) {
        try {
            get(PluginHost.of(vertx, limit, LONG).start(plugins, context()));
            return "started";
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(GatewayException.class);
            boolean configuration = e.getCause().getMessage().contains("as it is configured");
            assertThat(((GatewayException) e.getCause()).exitCode())
                    .isEqualTo(configuration ? GatewayException.USAGE : GatewayException.FAILED);
            return e.getCause().getMessage();
        } catch (Exception e) {
            throw new AssertionError("neither started nor failed", e);
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(3, TimeUnit.MINUTES);
    }

    private GatewayContext context() {
        return new GatewayContext(
                DiagnosticsChannel.create(), Router.router(vertx), context -> {}, List.of(), Map.of());
    }

    private static DiscoveredPlugin plugin(Supplier<Deployable> creation) {
        return discovered("greeter", creation);
    }

    private static DiscoveredPlugin discovered(String id, Supplier<Deployable> creation) {
        NamedPlugin named = NamedPlugin.of(new TestPlugin(() -> id, creation));
        return new DiscoveredPlugin(named, PluginOrigin.FOLDER, "plugins/" + id + ".jar", null);
    }

    private static Deployable starting(Supplier<Future<?>> start) {
        return new VerticleBase() {
            @Override
            public Future<?> start() {
                return start.get();
            }
        };
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what a test says. */
    private record TestPlugin(Supplier<String> ids, Supplier<Deployable> creation) implements GatewayPlugin {

        @Override
        public String id() {
            return ids.get();
        }

        @Override
        public String description() {
            return "Is for tests.";
        }

        @Override
        public Deployable create(GatewayContext context) {
            return creation.get();
        }
    }

    /** Does not return where it is looked at. */
    private final class Blocking extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            awaitEnd();
            return "at last";
        }
    }

    /** Has a further cause whenever it is asked. */
    private static final class Endless extends CompletionException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    /** Throws where it is looked at. */
    private static final class Hostile extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not even that");
        }
    }
}
