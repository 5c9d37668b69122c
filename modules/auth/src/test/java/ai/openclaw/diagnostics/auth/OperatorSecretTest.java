package ai.openclaw.diagnostics.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.auth.OperatorSecret.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a secret comes from, and what it tells about itself. */
class OperatorSecretTest {

    @Test
    void aRandomTokenIsLongEnoughAndNoTwoAreTheSame() {
        OperatorSecret made = OperatorSecret.randomToken();
        assertThat(made.isGenerated()).isTrue();
        assertThat(made.mode()).isEqualTo(Mode.TOKEN);
        assertThat(made.reveal())
                .matches("[0-9a-f]{48}")
                .isNotEqualTo(OperatorSecret.randomToken().reveal());
    }

    @Test
    void anUnusableSecretIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> OperatorSecret.of(Mode.PASSWORD, " \n", "gateway.auth.password"))
                .hasMessage("The password from gateway.auth.password is empty. Set one, or leave it out.");
        assertThatThrownBy(() -> OperatorSecret.of(Mode.TOKEN, "one\ntwo", "the file x"))
                .hasMessage("The token from the file x holds a control character, such as a line break, but must be one"
                        + " line of text.");
    }

    @Test
    void aTokenFileIsMadeOnceForItsOwnerOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("token");
        OperatorSecret made = OperatorSecret.inFile(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(OperatorSecret.inFile(file).reveal()).isEqualTo(made.reveal());
        assertThat(made.isGenerated()).isTrue();
        assertThat(OperatorSecret.inFile(file).isGenerated()).isFalse();
    }

    @Test
    void secretIsNotShown() {
        OperatorSecret secret = OperatorSecret.of(Mode.TOKEN, " s3cret ", "the test");
        assertThat(secret).hasToString("***");
        assertThat(secret.matches("s3cret")).isTrue();
        assertThat(secret.matches("***")).isFalse();
    }
}
