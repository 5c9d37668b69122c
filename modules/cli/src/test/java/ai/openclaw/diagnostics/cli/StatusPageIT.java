package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The status page in a real browser, in front of a real Gateway. With {@code -Ddocs.update} the screenshots of the documentation
 * are taken anew.
 */
class StatusPageIT {

    private static final String SECRET = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789";

    /** The text nodes with less contrast to the nearest background than WCAG 2 asks of text. */
    private static final String LOW_CONTRAST = """
            (() => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const linear = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
              const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
              const ground = node => {
                for (let at = node; at; at = at.parentElement) {
                  const color = rgb(getComputedStyle(at).backgroundColor);
                  if (color.length === 3 || color[3] > 0) return color;
                }
                return [255, 255, 255];
              };
              const low = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
                const [a, b] = [luminance(rgb(getComputedStyle(element).color)), luminance(ground(element))];
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) low.push(`${texts.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
              }
              return low.join("\\n");
            })()""";

    /** The controls that a screen reader has no name for, and tables without a caption or column headers. */
    private static final String UNNAMED = """
            [...document.querySelectorAll("input, button, a, meter, table")].filter(it => it.checkVisibility())
              .filter(it => it.tagName === "TABLE" ? !it.caption || !it.querySelector("th[scope=col]")
                : !(it.labels?.length || it.getAttribute("aria-label") || it.textContent.trim()))
              .map(it => it.outerHTML).join("\\n")""";

    @TempDir
    private Path state;

    /** The browser's processes may write into it while they end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path profile;

    private int port;
    private InProcessGateway gateway;
    private Chromium browser;

    @BeforeAll
    static void requireBrowser() {
        Tools.require("chromium");
    }

    @BeforeEach
    void open() throws Exception {
        port = Ports.free();
        gateway = startGateway();
        browser = Chromium.start(profile);
        browser.window(1280, 900, false);
        browser.open(url());
    }

    @AfterEach
    void close() {
        browser.close();
        gateway.close();
    }

    private InProcessGateway startGateway() throws IOException {
        GatewayOptions options = InProcessGateway.options(
                InProcessGateway.CONFIG.formatted(""), state, Map.of(), "--port", Integer.toString(port));
        return InProcessGateway.start(options);
    }

    private String url() {
        return "http://127.0.0.1:" + port + "/diagnostics";
    }

    @Test
    @DisplayName("A healthy Gateway: nothing to do, and the token is kept in the tab alone")
    void aHealthyGatewayHasNothingToDo() {
        signIn("correct-horse");
        awaitState("Healthy");
        assertThat(text("findings")).contains("Nothing to do");
        assertThat(browser.evaluate("document.cookie + JSON.stringify(localStorage)"))
                .isEqualTo("{}");
        assertThat(browser.evaluate("location.href")).isEqualTo(url());
        assertThat(browser.errors()).isEmpty();
        assertOwnRequestsOnly();
    }

    @Test
    void aWrongTokenIsNotKept() {
        signIn("wrong");
        browser.await("document.getElementById('sign-in-error').textContent !== ''");
        assertThat(browser.evaluate("document.getElementById('report').hidden")).isEqualTo(true);
        assertThat(browser.evaluate("sessionStorage.length")).isEqualTo(0);
        assertThat(browser.errors()).allMatch(error -> error.startsWith("network: ") && error.contains("401"));
        signIn("correct-horse");
        awaitState("Healthy");
    }

    @Test
    @DisplayName("In a flooded Gateway the label that leaks is the first thing that is said")
    void aLeakingLabelIsNamedFirst() {
        flood();
        signIn("correct-horse");
        browser.await("document.querySelector('#findings strong')?.textContent === 'Label tool leaks'");
        assertThat(text("labels")).contains("tool");
        assertThat(text("families")).contains("openclaw_tool_execution_duration_seconds");
        assertThat(browser.errors()).isEmpty();
        assertOwnRequestsOnly();
    }

    @Test
    void refusedValuesAreNamedByLabelAndRule() {
        publish(ToolExecutionCompleted.builder().toolName(SECRET).durationMs(1).build());
        signIn("correct-horse");
        browser.await("/tool\\s*secret\\s*1/.test(document.getElementById('refused').innerText)");
        assertThat(text("findings")).contains("1 label value was replaced");
        assertThat((String) browser.evaluate("document.documentElement.outerHTML"))
                .doesNotContain(SECRET);
    }

    @Test
    void aGatewayThatComesBackIsShownAgain() throws Exception {
        signIn("correct-horse");
        awaitState("Healthy");
        gateway.close();
        awaitState("Gateway does not answer");
        assertThat(browser.evaluate("document.getElementById('report').hidden")).isEqualTo(false);
        gateway = startGateway();
        awaitState("Healthy");
        assertThat(browser.errors()).allMatch(error -> error.startsWith("network: "));
    }

    @Test
    void theKeyboardReachesAllInOrder() {
        assertThat(browser.evaluate("document.querySelector('a, input, button').textContent"))
                .isEqualTo("Skip to content");
        browser.evaluate("document.querySelector('.skip').focus()");
        assertThat(focusOrder(2)).containsExactly("token", "Show status");
        signIn("correct-horse");
        awaitState("Healthy");
        browser.evaluate("document.querySelector('.skip').focus()");
        assertThat(focusOrder(3)).containsExactly("pause", "sign-out", "Scrape configuration");
    }

    private List<Object> focusOrder(int steps) {
        List<Object> order = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            browser.pressTab();
            order.add(browser.evaluate("document.activeElement.id || document.activeElement.textContent"));
        }
        return order;
    }

    @ParameterizedTest
    @CsvSource({"light,1280,1500,false", "dark,1280,1500,true", "phone,380,1600,true"})
    @DisplayName("In both themes and on a phone: readable, named, and no wider than the window")
    void thePageIsReadable(String name, int width, int height, boolean dark) throws IOException {
        flood();
        publish(ToolExecutionCompleted.builder().toolName(SECRET).durationMs(-1).build());
        browser.window(width, height, dark);
        assertReadable(width);
        signIn("correct-horse");
        awaitState("Running, and losing data");
        assertReadable(width);
        if (System.getProperty("docs.update") != null) {
            Files.write(Path.of("../../docs/images/status-" + name + ".png"), browser.screenshot());
        }
    }

    private void assertReadable(int width) {
        assertThat(browser.evaluate(LOW_CONTRAST)).as("text with low contrast").isEqualTo("");
        assertThat(browser.evaluate(UNNAMED)).as("controls without a name").isEqualTo("");
        assertThat((Integer) browser.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private void signIn(String token) {
        browser.evaluate("document.getElementById('token').value = '" + token
                + "'; document.getElementById('sign-in').requestSubmit()");
    }

    private void awaitState(String state) {
        browser.await("document.getElementById('state').textContent === '" + state + "'");
    }

    private String text(String id) {
        return (String) browser.evaluate("document.getElementById('" + id + "').innerText");
    }

    private void flood() {
        for (int i = 0; i < 3_000; i++) {
            publish(ToolExecutionCompleted.builder()
                    .toolName("tool-" + i)
                    .durationMs(5)
                    .build());
        }
    }

    private void publish(DiagnosticEvent event) {
        gateway.gateway().channel().publish(event, Provenance.TRUSTED);
    }

    private void assertOwnRequestsOnly() {
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("http://127.0.0.1:" + port + "/") || url.startsWith("data:"));
    }
}
