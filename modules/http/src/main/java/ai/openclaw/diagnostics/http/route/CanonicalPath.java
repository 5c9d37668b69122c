package ai.openclaw.diagnostics.http.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A request's path as routes are matched on: percent-decoded, dot segments resolved, slashes collapsed, no slash at the
 * end. Whatever spelling reaches the route, authentication comes first.
 */
public final class CanonicalPath {

    private CanonicalPath() {}

    /** Tells whether two paths are the same but for spelling and ASCII case; {@code canonical} is canonical already. */
    public static boolean matches(String canonical, String raw) {
        return equalsIgnoreAsciiCase(canonical, raw) || equalsIgnoreAsciiCase(canonical, of(raw));
    }

    /** Unlike {@link String#equalsIgnoreCase}, which takes a dotless i for an i and the Kelvin sign for a k. */
    private static boolean equalsIgnoreAsciiCase(String a, String b) {
        boolean same = a.length() == b.length();
        for (int i = 0; same && i < a.length(); i++) {
            same = lowerCase(a.charAt(i)) == lowerCase(b.charAt(i));
        }
        return same;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    static String of(String raw) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : decoded(raw).split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }
}
