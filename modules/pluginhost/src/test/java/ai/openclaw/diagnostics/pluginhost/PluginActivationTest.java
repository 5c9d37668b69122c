package ai.openclaw.diagnostics.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which a plugin is on or off, in their order. */
class PluginActivationTest {

    @ParameterizedTest(name = "enabled {0}, allow {1}, deny {2}, entry {3}: {4}, {5}")
    @CsvSource({
        "false, x, -, true,  off, plugins.enabled is false",
        "true,  x, x, true,  off, listed in plugins.deny",
        "true,  x, -, false, off, plugins.entries.x.enabled is false",
        "true,  y, -, true,  off, plugins.allow does not list it",
        "true,  -, -, true,  on,  plugins.entries.x.enabled is true",
        "true,  x, -, true,  on,  plugins.entries.x.enabled is true",
        "true,  x, -, -,     on,  listed in plugins.allow",
        "true,  -, -, -,     off, not enabled; plugins that come with the Gateway are off by default",
        "true,  y, -, -,     off, plugins.allow does not list it",
    })
    void theFirstRuleThatMatchesWins(
            boolean enabled, String allow, String deny, String entry, String state, String reason) {
        PluginActivation activation = PluginActivation.of(
                "x",
                PluginOrigin.BUNDLED,
                enabled,
                list(allow),
                list(deny),
                entry.equals("-") ? null : Boolean.valueOf(entry));
        assertThat(activation.on()).isEqualTo(state.equals("on"));
        assertThat(activation.reason()).isEqualTo(reason);
    }

    @Test
    void anInstalledPluginIsOffUntilARuleTurnsItOn() {
        assertThat(undecided(PluginOrigin.INSTALLED, List.of()))
                .isEqualTo(new PluginActivation(false, "not enabled; installed plugins are off by default"));
        assertThat(undecided(PluginOrigin.INSTALLED, List.of("x")).on()).isTrue();
    }

    @Test
    void aPluginThatWasPutIntoAFolderRunsUnlessARuleForbidsIt() {
        assertThat(undecided(PluginOrigin.FOLDER, List.of()).on()).isTrue();
        assertThat(undecided(PluginOrigin.FOLDER, List.of("y")).on()).isFalse();
    }

    private static PluginActivation undecided(PluginOrigin origin, List<String> allow) {
        return PluginActivation.of("x", origin, true, allow, List.of(), null);
    }

    private static List<String> list(String id) {
        return id.equals("-") ? List.of() : List.of(id);
    }
}
