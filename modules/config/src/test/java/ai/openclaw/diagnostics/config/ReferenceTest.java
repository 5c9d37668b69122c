package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The configuration reference in the documentation is what the schema says. */
class ReferenceTest {

    private static final Path FILE = Path.of("../../docs/configuration.md");
    private static final String TABLE = "<!-- keys -->\n";
    private static final String END = "<!-- end of keys -->\n";

    @Test
    void theReferenceIsNotStale() throws IOException {
        String page = Files.readString(FILE);
        String expected = page.substring(0, page.indexOf(TABLE) + TABLE.length())
                + GatewayConfig.reference()
                + page.substring(page.indexOf(END));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("docs/configuration.md is stale; write it anew with -Ddocs.update")
                .isEqualTo(expected);
    }
}
