package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, driven over the DevTools protocol. For one thread. */
final class Chromium implements AutoCloseable {

    private static final long LIMIT_SECONDS = 90;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();

    /** The URLs of all requests of the page. */
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What the browser's console shows of errors. */
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Chromium(Process process, URI page) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Log", "Runtime", "Page", "Network")) {
            call(domain + ".enable", new JsonObject());
        }
    }

    /** Starts the browser with a profile in an empty folder. */
    static Chromium start(Path profile) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add(1, "--no-sandbox"); // it refuses to start otherwise
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, page(process, profile.resolve("DevToolsActivePort")));
        } catch (Exception | AssertionError e) {
            end(process);
            throw e;
        }
    }

    /** Returns where the page is driven; the browser writes its port into a file once it listens. */
    private static URI page(Process process, Path portFile) throws Exception {
        String port = Await.answer("the port of Chromium", Await.PATIENCE, process::toString, () -> port(portFile));
        HttpRequest newPage = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(newPage, HttpResponse.BodyHandlers.ofString())
                .body();
        return URI.create(new JsonObject(answer).getString("webSocketDebuggerUrl"));
    }

    private static Optional<String> port(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(0));
    }

    JsonObject call(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        JsonObject message =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        try {
            socket.sendText(message.encode(), true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            JsonObject result = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (result.containsKey("error")) {
                throw new AssertionError(method + ": " + result.getJsonObject("error"));
            }
            return result.getJsonObject("result");
        } catch (Exception e) {
            throw new AssertionError(method + " was not answered: " + parameters.encode(), e);
        }
    }

    /** Returns the value of an expression in the page; of a promise, what it becomes. */
    Object evaluate(String expression) {
        JsonObject result = call(
                "Runtime.evaluate",
                new JsonObject()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (result.containsKey("exceptionDetails")) {
            throw new AssertionError(
                    expression + ": " + result.getJsonObject("exceptionDetails").encode());
        }
        return result.getJsonObject("result").getValue("value");
    }

    /** Waits until a condition holds in the page. */
    void await(String condition) {
        evaluate("new Promise(done => { const look = () => { if (" + condition
                + ") done(true); else setTimeout(look, 50); }; look(); })");
    }

    void open(String url) {
        call("Page.navigate", new JsonObject().put("url", url));
        await("location.href === '" + url + "' && document.readyState === 'complete'");
    }

    void window(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                new JsonObject()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        JsonObject scheme = new JsonObject().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", new JsonObject().put("features", new JsonArray().add(scheme)));
    }

    void pressTab() {
        JsonObject key = new JsonObject().put("key", "Tab").put("code", "Tab").put("windowsVirtualKeyCode", 9);
        call("Input.dispatchKeyEvent", key.copy().put("type", "rawKeyDown"));
        call("Input.dispatchKeyEvent", key.copy().put("type", "keyUp"));
    }

    byte[] screenshot() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", new JsonObject()).getString("data"));
    }

    List<String> requests() {
        return requests;
    }

    List<String> errors() {
        return errors;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(new JsonObject(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonObject message) {
            if (message.containsKey("id")) {
                answers.remove(message.getInteger("id")).complete(message);
                return;
            }
            JsonObject params = message.getJsonObject("params");
            switch (message.getString("method")) {
                case "Network.requestWillBeSent" ->
                    requests.add(params.getJsonObject("request").getString("url"));
                case "Runtime.exceptionThrown" -> errors.add(params.encode());
                case "Log.entryAdded" -> addError(params.getJsonObject("entry"));
                default -> {
                    // not of interest
                }
            }
        }

        private void addError(JsonObject entry) {
            if (entry.getString("level").equals("error")) {
                errors.add(entry.getString("source") + ": " + entry.getString("text"));
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        helpers.forEach(ProcessHandle::destroyForcibly);
    }
}
