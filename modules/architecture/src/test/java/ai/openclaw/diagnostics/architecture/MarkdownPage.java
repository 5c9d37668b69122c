package ai.openclaw.diagnostics.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: what it links to, and the anchors that its headings have where it is shown. */
record MarkdownPage(Path file, String text) {

    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", ".git", "resources");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern LINK_IN_HEADING = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    /** Returns the pages below a folder, without those that a build put there. */
    static List<MarkdownPage> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(root.relativize(file).toString().split("/"))
                            .noneMatch(NO_SOURCES::contains))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the links into this project that lead nowhere: to no file, or to no heading of a page. */
    Set<String> brokenLinks() {
        return links().filter(link -> !resolves(link)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the files and folders of this project that the page links to. */
    Set<Path> linkedFiles() {
        return links().map(link -> link.split("#", 2)[0])
                .filter(link -> !link.isEmpty())
                .map(link -> file.resolveSibling(link).normalize())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll("`code`"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private boolean resolves(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || target.toString().endsWith(".md") && read(target).anchors().contains(parts[1]);
    }

    /** Returns the headings' anchors as GitHub makes them: lower case, hyphens for spaces, a number for a repeated one. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher heading = HEADING.matcher(
                Pattern.compile("(?ms)^ *```.*?^ *```").matcher(text).replaceAll(""));
        while (heading.find()) {
            String anchor = LINK_IN_HEADING
                    .matcher(heading.group(1))
                    .replaceAll("$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                    .replace(' ', '-');
            int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        }
        return anchors;
    }
}
