package ai.openclaw.diagnostics.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptFailureTest {

    private static final String CANARY = "kanari";

    private final Redactor redactor =
            Redactor.of(new ConfigLocation(Path.of("/srv/state/openclaw.json"), Path.of("/srv/state"), "default"));

    @Test
    void whatOthersSayInAnExceptionIsNotShown() {
        KeptFailure failure = KeptFailure.of(new IllegalStateException("a prompt with kanari"), redactor);
        assertThat(failure.name()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message()).isEqualTo(Redactor.MARK);
        assertThat(failure.stack().get(0)).matches("ai\\.openclaw\\.diagnostics\\.support\\.KeptFailureTest\\..*:\\d+");
    }

    @Test
    void sentencesOfThisProjectAreShownWithoutWhatWasPutIntoThem() {
        KeptFailure failure =
                KeptFailure.of(GatewayException.failed("The file /home/kanari/x has \"kanari\" at line 3."), redactor);
        assertThat(failure.message()).isEqualTo("The file <path> has \"<redacted>\" at line 3.");
    }

    @Test
    void whatTheJavaVirtualMachineSaysIsShown() {
        assertThat(KeptFailure.of(new OutOfMemoryError("Java heap space"), redactor)
                        .message())
                .isEqualTo("Java heap space");
    }

    @Test
    void classesOfPluginsHaveNoName() {
        IllegalStateException thrown = new IllegalStateException(CANARY);
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.kanari.Plugin", "kanari", "Kanari.java", 1),
            new StackTraceElement("io.vertx.core.Vertx", "run", "Vertx.java", 7)
        });
        assertThat(KeptFailure.of(thrown, redactor).stack()).containsExactly("other", "io.vertx.core.Vertx.run:7");
    }

    @Test
    void framesCausesAndMessageAreBounded() {
        Throwable thrown = GatewayException.failed("long ".repeat(1_000));
        for (int i = 0; i < 20; i++) {
            thrown = new IllegalStateException(thrown);
        }
        StackTraceElement[] frames = new StackTraceElement[500];
        Arrays.fill(frames, new StackTraceElement("java.lang.Object", "wait", "Object.java", 1));
        thrown.setStackTrace(frames);

        KeptFailure failure = KeptFailure.of(thrown, redactor);
        assertThat(failure.stack()).hasSize(64);
        int causes = 0;
        for (KeptFailure cause = failure.cause(); cause != null; cause = cause.cause()) {
            causes++;
        }
        assertThat(causes).isEqualTo(4);
        assertThat(KeptFailure.of("a.B", "long ".repeat(1_000), redactor).message())
                .hasSize(500);
    }

    @Test
    void aCauseThatLeadsBackEnds() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertThat(KeptFailure.of(one, redactor).members()).containsKey("cause");
    }
}
