package ai.openclaw.diagnostics.support;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules that run: which versions, and whether their jars are those of a release. */
public final class ShippedModules {

    private static final int PREFIX = 16;

    private ShippedModules() {}

    /** Returns name, version and the beginning of the SHA-256 of each module that is not the JDK's. */
    public static List<Map<String, @Nullable Object>> list() {
        return ModuleLayer.boot().configuration().modules().stream()
                .filter(module -> !isOfJdk(module))
                .sorted(Comparator.comparing(ResolvedModule::name))
                .map(ShippedModules::listed)
                .toList();
    }

    private static boolean isOfJdk(ResolvedModule module) {
        return module.name().startsWith("java.") || module.name().startsWith("jdk.");
    }

    private static Map<String, @Nullable Object> listed(ResolvedModule module) {
        ModuleReference reference = module.reference();
        Map<String, @Nullable Object> listed = new LinkedHashMap<>();
        listed.put("name", module.name());
        listed.put("version", reference.descriptor().rawVersion().orElse(null));
        listed.put("sha256", reference.location().map(ShippedModules::hash).orElse(null));
        return listed;
    }

    private static @Nullable String hash(URI place) {
        if (!"file".equals(place.getScheme()) || !Files.isRegularFile(Path.of(place))) {
            return null;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(place)));
            return HexFormat.of().formatHex(digest).substring(0, PREFIX);
        } catch (IOException | NoSuchAlgorithmException e) {
            return null;
        }
    }
}
