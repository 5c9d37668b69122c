package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is published: one version, a list of all modules that are published, and what a repository asks of each. */
class ReleaseTest {

    private static final Path ROOT = Path.of("../..");
    private static final String GROUP = "<groupId>ai.openclaw.diagnostics</groupId>";
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern MANAGED = Pattern.compile(
            "<artifactId>openclaw-diagnostics-(\\w+)</artifactId>" + "\\s*<version>\\$\\{project.version}</version>");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");
    private static final Pattern PACKAGE = Pattern.compile("openclaw[-_](\\d+(?:\\.\\d+)+)");
    private static final String UNPUBLISHED = "<maven.deploy.skip>true</maven.deploy.skip>";

    @Test
    void theParentAloneSaysTheVersion() throws IOException {
        for (Path pom : poms()) {
            String text = Files.readString(pom);
            String parent = text.substring(text.indexOf("<parent>"), text.indexOf("</parent>"));
            assertThat(parent).as("parent of %s", pom).contains(GROUP, "<version>${revision}</version>");
            assertThat(text).as("%s", pom).doesNotContain("<version>" + revision() + "</version>");
        }
    }

    @Test
    void documentsAndTheBridgeAreOfTheSameVersion() throws IOException {
        assertThat(read("examples/plugin/pom.xml")).contains("<openclaw.version>" + revision() + "</openclaw.version>");
        assertThat(read("bridge/package.json")).contains("\"version\": \"" + revision() + "\"");
        assertThat(VERSION.matcher(read("docs/embedding.md")).results().map(match -> match.group(1)))
                .isNotEmpty()
                .containsOnly(revision());
        assertThat(PACKAGE.matcher(read("docs/installing.md")).results().map(match -> match.group(1)))
                .isNotEmpty()
                .containsOnly(revision());
    }

    @Test
    void theBomListsEveryModuleThatIsPublished() throws IOException {
        Set<String> published = new TreeSet<>();
        for (String module : House.reactor()) {
            if (!read("modules/" + module + "/pom.xml").contains(UNPUBLISHED)) {
                published.add(module);
            }
        }
        assertThat(MANAGED.matcher(read("modules/bom/pom.xml")).results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void everyModuleHasANameAndADescriptionOfItsOwn() throws IOException {
        for (Path pom : poms()) {
            String own = Files.readString(pom).replaceAll("(?s)<dependencies>.*", "");
            assertThat(own).as("%s", pom).contains("<name>", "<description>");
        }
        assertThat(read("pom.xml")).contains("<url>${home}</url>", "<licenses>", "<developers>", "<scm ");
    }

    private static Set<Path> poms() throws IOException {
        return MODULE.matcher(read("pom.xml"))
                .results()
                .map(match -> ROOT.resolve(match.group(1)).resolve("pom.xml"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String revision() throws IOException {
        String pom = read("pom.xml");
        return pom.substring(pom.indexOf("<revision>") + "<revision>".length(), pom.indexOf("</revision>"));
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
