package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.gateway.GatewayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container that {@code deploy} starts brings no configuration, and is scraped from its first minute on. */
class DeployedCommandsTest {

    private static final Path DEPLOY = Path.of("../../deploy");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *(?:CMD|command:|args:) \\[\"?gateway\"?, (.*)]$");

    @TempDir
    private Path state;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "compose.yaml",
                "kubernetes/deployment.yaml",
                "kubernetes/openclaw-with-receiver.yaml"
            })
    void theMetricsOfWhatIsStartedAreThereToScrape(String file) throws IOException {
        List<String> command = command(Files.readString(DEPLOY.resolve(file)));
        assertThat(command.get(0)).isEqualTo("run");
        RunOptions run = InProcess.in(state)
                .and("OPENCLAW_GATEWAY_TOKEN", "a-token-from-a-secret")
                .runOptions(command.subList(1, command.size()).toArray(String[]::new));
        GatewayOptions options = run.resolve(command.contains("--demo"));
        assertThat(run.exporterActivation().on()).as("the exporter is on").isTrue();
        assertThat(options.diagnosticsEnabled()).as("events flow").isTrue();
    }

    private List<String> command(String text) {
        Matcher found = COMMAND.matcher(text);
        assertThat(found.find()).isTrue();
        String words = found.group(1).replace("\"", "").replace("/run/openclaw", state.toString());
        return Arrays.asList(words.split(", "));
    }
}
