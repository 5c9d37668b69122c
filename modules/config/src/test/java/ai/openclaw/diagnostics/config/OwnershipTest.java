package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a file belongs to after an edit. */
class OwnershipTest {

    private static final int SERVICE = 1234;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("openclaw.json");
    }

    private void assumeRoot() throws IOException {
        assumeThat(Files.getAttribute(folder, "unix:uid"))
                .as("only an administrator can make files of other users")
                .isEqualTo(0);
    }

    private static void give(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:uid", uid);
        Files.setAttribute(path, "unix:gid", gid);
    }

    private static String owner(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
    }

    private void edit() {
        ConfigLocation location = new ConfigLocation(file, folder, "default");
        ConfigEnvironment environment = ConfigEnvironment.of(java.util.Map.of());
        ConfigEditor.change(location, environment, editor -> editor.set("gateway.port", 2));
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------, rw-------",
        "rw-r-----, rw-r-----",
        "rw-rw----, rw-rw----",
        "rw-r--r--, rw-------",
        "rw-rw-rw-, rw-------"
    })
    void theModeIsKeptUnlessItLetsEveryUserIn(String before, String after) throws IOException {
        Files.writeString(file, "{ gateway: { port: 1 } }");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(before));
        edit();
        for (Path path : new Path[] {file, folder.resolve("openclaw.json.bak")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(after);
        }
    }

    @Test
    void anAdministratorsEditLeavesTheFileToItsOwner() throws IOException {
        assumeRoot();
        Files.writeString(file, "{ gateway: { port: 1 } }");
        give(file, SERVICE, SERVICE + 1);
        edit();
        assertThat(owner(file)).isEqualTo("1234:1235");
        assertThat(owner(folder.resolve("openclaw.json.bak"))).isEqualTo("1234:1235");
        assertThat(owner(folder.resolve(".openclaw.json.lock"))).isEqualTo("1234:1235");
    }

    @Test
    void whatAnAdministratorMakesInAFolderBelongsToTheFoldersOwner() throws IOException {
        assumeRoot();
        give(folder, SERVICE, SERVICE);
        file = folder.resolve("new/state/openclaw.json");
        edit();
        assertThat(owner(file)).isEqualTo("1234:1234");
        assertThat(owner(file.getParent())).isEqualTo("1234:1234");
        assertThat(owner(file.getParent().getParent())).isEqualTo("1234:1234");
    }
}
