package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk after an editor has written. */
class WriteTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("openclaw.json");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFileAndItsFoldersAreTheirOwnersAlone() throws IOException {
        Path deep = folder.resolve("state/dir/openclaw.json");
        ConfigEditor.open(deep).set("gateway.auth.token", Secret.of("t")).write();
        assertThat(mode(deep)).isEqualTo("rw-------");
        assertThat(mode(deep.getParent())).isEqualTo("rwx------");
        assertThat(mode(deep.getParent().getParent())).isEqualTo("rwx------");
        assertThat(names(deep.getParent())).containsExactly("openclaw.json");
        assertThat(Settings.builder(GatewayConfig.read(deep)).build().secret()).isPresent();
    }

    /** As a single file is that was mounted into a container. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aMountPointIsRefusedWithWhatToMountInstead() {
        assertThatThrownBy(() -> DiskFile.refuseReadOnly(Path.of("/proc")))
                .hasMessage(
                        "/proc: it is a mount point and cannot be replaced; mount its folder / instead of the single file");
    }

    @Test
    void thePreviousContentIsKeptAndBothAreTheirOwnersAlone() throws IOException {
        Files.writeString(file, "{ gateway: { port: 1 } } // old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        ConfigEditor editor = ConfigEditor.open(file);
        editor.set("gateway.port", 2).write();
        assertThat(file).hasContent("{ gateway: { port: 2 } } // old");
        assertThat(folder.resolve("openclaw.json.bak")).hasContent("{ gateway: { port: 1 } } // old");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("openclaw.json.bak"))).isEqualTo("rw-------");
        editor.set("gateway.port", 3).write();
        assertThat(folder.resolve("openclaw.json.bak")).hasContent("{ gateway: { port: 2 } } // old");
        assertThat(names(folder)).containsExactly("openclaw.json", "openclaw.json.bak");
    }

    @Test
    void withoutAChangeNothingIsWritten() throws IOException {
        ConfigEditor.open(file).write();
        assertThat(names(folder)).isEmpty();
        Files.writeString(file, "{ gateway: { port: 1 } }");
        ConfigEditor.open(file).set("gateway.port", 1).write();
        assertThat(names(folder)).containsExactly("openclaw.json");
    }

    @Test
    void aLinkIsFollowedAndStays() throws IOException {
        Path target = Files.createDirectory(folder.resolve("real")).resolve("target.json");
        Files.writeString(target, "{}");
        Path between = Files.createSymbolicLink(folder.resolve("between"), Path.of("real", "target.json"));
        Files.createSymbolicLink(file, between);
        ConfigEditor.open(file).set("gateway.port", 2).write();
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(Files.isSymbolicLink(between)).isTrue();
        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(GatewayConfig.read(target).get(Schema.PORT)).isPresent();
        assertThat(names(target.getParent())).containsExactly("target.json", "target.json.bak");
    }

    @Test
    void aLinkToAFileThatIsNotThereYetIsFollowed() throws IOException {
        Path target = folder.resolve("later.json");
        Files.createSymbolicLink(file, target);
        ConfigEditor.open(file).set("gateway.port", 2).write();
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(mode(target)).isEqualTo("rw-------");
    }

    @Test
    void anInvalidResultIsNotWritten() throws IOException {
        Files.writeString(file, "{}");
        ConfigEditor editor = ConfigEditor.open(file).set("gateway.port", 70000);
        assertThatThrownBy(editor::write)
                .hasMessage("openclaw.json:3:11: gateway.port: found 70000, allowed 1 to 65535");
        assertThat(file).hasContent("{}");
        assertThat(names(folder)).containsExactly("openclaw.json");
    }

    @Test
    void fileChangedMeanwhileIsLeftAlone() throws IOException {
        Files.writeString(file, "{}");
        ConfigEditor editor = ConfigEditor.open(file).set("gateway.port", 2);
        Files.writeString(file, "{ /* theirs */ }");
        assertThatThrownBy(editor::write)
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": was changed by another program meanwhile; try again");
        assertThat(file).hasContent("{ /* theirs */ }");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidToBeSo() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("x"), "");
        ConfigEditor editor =
                ConfigEditor.open(folder.resolve("y/openclaw.json")).set("gateway.port", 2);
        Files.move(notAFolder, folder.resolve("y"));
        assertThatThrownBy(editor::write)
                .hasMessage(folder.resolve("y/openclaw.json") + ": cannot be written: " + folder.resolve("y")
                        + " is not a folder");
    }

    @Test
    void whatAKilledProcessLeftIsRemovedOnceItIsOld() throws IOException {
        Path old = Files.writeString(folder.resolve(".openclaw.json.1.tmp"), "old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Files.writeString(folder.resolve(".openclaw.json.2.tmp"), "another process is writing this");
        ConfigEditor.open(file).set("gateway.port", 2).write();
        assertThat(names(folder)).containsExactly(".openclaw.json.2.tmp", "openclaw.json");
    }
}
