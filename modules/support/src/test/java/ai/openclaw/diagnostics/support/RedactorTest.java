package ai.openclaw.diagnostics.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is of this project stays, what may be private goes. */
class RedactorTest {

    private final Redactor redactor =
            Redactor.of(new ConfigLocation(Path.of("/srv/claw/openclaw.json"), Path.of("/srv/claw"), "default"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Port 18789 is taken on 127.0.0.1. Stop the program that listens there. | Port 18789 is taken on 127.0.0.1. Stop the program that listens there.
        openclaw.json:3:7: gateway.port: found 70000, allowed 1 to 65535 | openclaw.json:3:7: gateway.port: found 70000, allowed 1 to 65535
        plugins.entries.diagnostics-prometheus.enabled is true | plugins.entries.diagnostics-prometheus.enabled is true
        /srv/claw/openclaw.json: cannot be read | $OPENCLAW_STATE_DIR/openclaw.json: cannot be read
        /srv/claw/logs/openclaw.log is full | $OPENCLAW_STATE_DIR/logs/openclaw.log is full
        /srv/claw/clients/acme.txt | $OPENCLAW_STATE_DIR/<path>
        the file /etc/acme/secret.pem, then | the file <path>, then
        see https://acme.example/x?key=1. | see <url>.
        found "my own word" here | found "<redacted>" here
        from 10.1.2.3:80 and db.acme.example | from <redacted> and <redacted>
        the key sk-abcdefgh12345678 | the key <redacted>
        mail bob@acme.example now | mail <redacted> now
        it threw java.lang.IllegalStateException: the prompt was hello | it threw java.lang.IllegalStateException: <redacted>
        Not used: channels, plugins.entries.acme-crm, agents | Not used: channels, plugins.entries.<redacted>, agents
        session agent:main:telegram:dm:4711 | session <redacted>
        """)
    void aSentenceKeepsWhatIsOurs(String text, String shown) {
        assertThat(redactor.text(text)).isEqualTo(shown);
    }

    @Test
    void aTextWithoutEndIsCut() {
        assertThat(redactor.text("ab ".repeat(100_000)).length()).isLessThan(17_000);
        assertThat(redactor.text("\"" + "\\".repeat(100_000))).doesNotContain("\\\\\\\\\\");
    }
}
