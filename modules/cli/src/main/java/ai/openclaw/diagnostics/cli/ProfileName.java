package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.catalog.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a {@link Profile}. */
final class ProfileName implements ITypeConverter<Profile> {

    @Override
    public Profile convert(String name) {
        return Profile.of(name)
                .orElseThrow(() -> new TypeConversionException(
                        "\"" + name + "\" is no profile; there are " + String.join(" and ", Profile.texts())));
    }
}
