package ai.openclaw.diagnostics.pluginhost;

import java.util.Locale;

/** Where a plugin comes from, and with that whether it is on where no rule of the configuration decides. */
public enum PluginOrigin {
    /** Comes with the Gateway. */
    BUNDLED(new PluginActivation(false, "not enabled; plugins that come with the Gateway are off by default")),
    /** Put into the state folder by {@code plugins install}. */
    INSTALLED(new PluginActivation(false, "not enabled; installed plugins are off by default")),
    /** Put into a folder that the configuration names, to run. */
    FOLDER(new PluginActivation(true, "found in plugins.load.paths"));

    private final PluginActivation byDefault;

    PluginOrigin(PluginActivation byDefault) {
        this.byDefault = byDefault;
    }

    PluginActivation byDefault() {
        return byDefault;
    }

    /** Returns its name in listings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
