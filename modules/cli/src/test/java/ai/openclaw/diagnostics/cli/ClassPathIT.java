package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter is found on a class path, too: service files are beside the descriptors. */
class ClassPathIT {

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final String SERVICES = "META-INF/services/";
    private static final Path LIBRARIES = PackagedApplication.FOLDER.resolve("lib");

    @TempDir
    private Path folder;

    @Test
    void ofJars() {
        assertFindsTheExporter(LIBRARIES + "/*");
    }

    @Test
    void ofOneShadedJar() throws IOException {
        assertFindsTheExporter(shaded().toString());
    }

    private void assertFindsTheExporter(String classPath) {
        try (ChildProcess list = ChildProcess.start(
                List.of(JAVA, "-cp", classPath, Openclaw.class.getName(), "plugins", "list"), folder)) {
            assertThat(list.awaitExit(Await.PATIENCE)).as(list.err()).isZero();
            assertThat(list.out()).contains("\ndiagnostics-prometheus ");
            assertThat(list.err()).isEmpty();
        }
    }

    /** Merges all jars as the plugins for that do: service files are appended, of other doubles the first stays. */
    private Path shaded() throws IOException {
        Map<String, byte[]> merged = new LinkedHashMap<>();
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            for (Path jar : jars.sorted().toList()) {
                merge(jar, merged);
            }
        }
        Path shaded = folder.resolve("shaded.jar");
        try (OutputStream file = Files.newOutputStream(shaded);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : merged.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return shaded;
    }

    private static void merge(Path jar, Map<String, byte[]> merged) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().endsWith("module-info.class")) {
                    byte[] content = read(file, entry);
                    merged.merge(
                            entry.getName(),
                            content,
                            (a, b) -> entry.getName().startsWith(SERVICES) ? appended(a, b) : a);
                }
            }
        }
    }

    private static byte[] read(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] appended(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.write('\n');
        both.writeBytes(other);
        return both.toByteArray();
    }
}
