package ai.openclaw.diagnostics.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The metric reference in the documentation is what the catalog says. */
class MetricsReferenceTest {

    private static final Path FILE = Path.of("../../docs/metrics.md");

    @Test
    void theReferenceIsNotStale() throws IOException {
        String expected = MetricsReference.of(OpenClawCatalog.of(Profile.V2026_9));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("docs/metrics.md is stale; write it anew with -Ddocs.update")
                .isEqualTo(expected);
    }
}
