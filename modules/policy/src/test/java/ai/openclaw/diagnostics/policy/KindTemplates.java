package ai.openclaw.diagnostics.policy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes values from templates such as {@code file-{b62:22}}: random characters of a set where braces are. */
final class KindTemplates {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]+)(?::([^}]+))?}");
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final SplittableRandom random;

    KindTemplates(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String fill(String template) {
        return PLACE.matcher(template).replaceAll(this::fill);
    }

    private String fill(MatchResult place) {
        String argument = place.group(2);
        return switch (place.group(1)) {
            case "hex" -> run("0123456789abcdef", argument);
            case "HEX" -> run("0123456789ABCDEF", argument);
            case "b62" -> run(LOWER + UPPER + DIGITS, argument);
            case "b64" -> run(LOWER + UPPER + DIGITS + "-_", argument);
            case "b58" -> run("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", argument);
            case "b36" -> run(LOWER + DIGITS, argument);
            case "B36" -> run(UPPER + DIGITS, argument);
            case "B32" -> run(UPPER + "234567", argument);
            case "B32C" -> run("0123456789ABCDEFGHJKMNPQRSTVWXYZ", argument);
            case "lowb32" -> run(LOWER + "234567", argument);
            case "k8s" -> run("bcdfghjklmnpqrstvwxz2456789", argument);
            case "letters" -> run(LOWER + UPPER, argument);
            case "lower" -> run(LOWER, argument);
            case "digits" -> run(DIGITS, argument);
            case "digits3" -> String.valueOf(200 + random.nextInt(800));
            case "octet" -> String.valueOf(random.nextInt(256));
            case "month" -> twoDigits(1 + random.nextInt(12));
            case "day" -> twoDigits(1 + random.nextInt(28));
            case "hour" -> twoDigits(random.nextInt(24));
            case "minute" -> twoDigits(random.nextInt(60));
            case "mac" -> String.join(argument, List.of(hex(2), hex(2), hex(2), hex(2), hex(2), hex(2)));
            case "uuid" -> uuid();
            case "UUID" -> uuid().toUpperCase(java.util.Locale.ROOT);
            case "uuid_" -> uuid().replace('-', '_');
            case "pick" -> pick(argument.split("\\|"));
            default -> throw new IllegalArgumentException("unknown place in a template: " + place.group());
        };
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String hex(int length) {
        return run("0123456789abcdef", String.valueOf(length));
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private String run(String alphabet, String length) {
        StringBuilder run = new StringBuilder();
        for (int i = Integer.parseInt(length); i > 0; i--) {
            run.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return run.toString();
    }
}
