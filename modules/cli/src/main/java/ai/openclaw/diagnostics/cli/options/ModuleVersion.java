package ai.openclaw.diagnostics.cli.options;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the module's descriptor. */
public final class ModuleVersion implements IVersionProvider {

    /** For picocli. */
    ModuleVersion() {}

    @Override
    public String[] getVersion() {
        return new String[] {"openclaw " + text()};
    }

    /** Returns the version of this application, from its module descriptor. */
    public static String text() {
        return Optional.ofNullable(ModuleVersion.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("of unknown version");
    }
}
