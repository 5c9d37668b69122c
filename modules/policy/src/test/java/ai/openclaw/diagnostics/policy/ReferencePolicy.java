package ai.openclaw.diagnostics.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policy once more, slow and plain, as regular expressions. */
final class ReferencePolicy {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.:-]{1,120}");
    private static final Pattern TRIM = Pattern.compile(
            "^[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+"
                    + "|[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$");

    /** An ASCII word boundary; what {@code \\b} takes for a word character differs between JDKs. */
    private static final String START = "(?<![A-Za-z0-9_])";

    /** Neither a letter nor a digit before, or behind. */
    private static final String OPEN = "(?<![A-Za-z0-9])";

    private static final String CLOSED = "(?![A-Za-z0-9])";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})";

    private static final Predicate<String> SECRET = any(
            START + "[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|PASSPHRASE|CVC|CVV|CARD[_-]?NUMBER"
                    + "|SECURITY[_-]?CODE|CREDENTIAL)S?:[\\s\\S]",
            START + "(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}",
            "(?i)" + START + "(?:bot)?[0-9]{6,}:[A-Za-z0-9_-]{20}",
            "(?i)" + START + "eyJ[A-Za-z0-9_-]{7,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
            "(?i)" + START + "(?:sk-[A-Za-z0-9_-]{8}"
                    + "|(?:gh[pousr]_|whsec_|shp(?:at|ss)_|do[po]_v1_|lin_api_|ntn_|NRAK-|AGE-SECRET-KEY-)[A-Za-z0-9]{20}"
                    + "|github_pat_[A-Za-z0-9_]{20}|(?:xox[abcdeprs]|xapp)-[A-Za-z0-9-]{10}"
                    + "|(?:gsk_|pplx-|ya29\\.)[A-Za-z0-9_-]{10}"
                    + "|(?:AIza|glpat-|xai-|dckr_pat_|pypi-|tvly-|figd_|HRKU-|hvs\\.)[A-Za-z0-9_-]{20}"
                    + "|(?:npm_|AKID|LTAI|hf_|r8_|[srp]k_(?:live|test)_)[A-Za-z0-9]{10})");

    private static final Predicate<String> ASSIGNMENT = any(
            "(?i)(?<![A-Za-z])(?:keys?|tokens?|secrets?|password|passwd|pwd|pass|passphrase|pin|credentials?|auth"
                    + "|bearer|basic|cookie|apikey|pw|psk|otp|passwort|kennwort|contrasena|senha|wachtwoord|haslo|mdp):(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{6}");

    private static final Predicate<String> SESSION_KEY =
            any("(?i)agent:", "(?i)(?:^dm|:(?:dm|direct|peer|group|channel|room|thread|topic|chat|user)):.");

    private static final Predicate<String> IDENTIFIER = any(
            "(?i)[0-9a-f]{8}([-_])(?:[0-9a-f]{4}\\1){3}[0-9a-f]{12}",
            "(?i)" + OPEN + "(?=[a-z]*[0-9])[0-9a-f]{32,}" + CLOSED,
            "(?i)" + OPEN + "(?=[a-z]*[0-9][a-z]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,}" + CLOSED,
            "^(?:chatcmpl-|resp_|req_|msg_|call_|toolu_|run_)[A-Za-z0-9]{12,}$");

    private static final Predicate<String> ADDRESS = any(
            OPEN + "(?<![0-9]\\.)(?:" + OCTET + "\\.){3}" + OCTET + CLOSED + "(?!\\.[0-9])",
            "(?i)" + OPEN + "(?<![0-9]-)(?:(?<=ip-)|(?=[0-9]{2}))(?:" + OCTET + "-){3}" + OCTET + CLOSED + "(?!-[0-9])",
            "(?i)" + OPEN + "(?:[0-9a-f]{1,4}:){3}[0-9a-f]{1,4}" + CLOSED,
            "(?i)" + OPEN + "(?:[0-9a-f]{2}-){5}[0-9a-f]{2}" + CLOSED,
            "(?i)" + OPEN + "(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}" + CLOSED,
            "(?i)" + OPEN + "[0-9a-f]{0,3}[0-9][0-9a-f]{0,3}(?<=" + OPEN + "[0-9a-f]{1,4})::[0-9a-f]{0,4}" + CLOSED,
            "(?i)" + OPEN + "[0-9a-f]{0,4}::(?=[a-f]{0,3}[0-9])[0-9a-f]{1,4}" + CLOSED,
            ":(?:80|443|(?!(?:1[0-2](?:0[1-9]|[12][0-9]|3[01])|[23][0-9](?:0[1-9]|1[0-2]))(?:$|:))"
                    + "(?!10[01][0-9](?:$|:)|102[0-3](?:$|:))[1-9][0-9]{3,4})(?=$|:)");

    private static final Predicate<String> HOST = any(
            "(?i)[a-z0-9_-]\\.(?:com|net|org|edu|gov|mil|io|biz|onion|arpa|local|lan|internal|intranet|corp|localdomain"
                    + "|localhost|svc|fritz)(?![a-z0-9_-])",
            "(?i)[a-z0-9_-]\\.(?:a[eru]|b[gr]|c[ahlnoz]|d[ek]|e[esu]|f[ir]|gr|h[kru]|i[elr]|k[erz]|l[tuv]|m[ax]|n[glz]"
                    + "|p[ehklt]|r[ou]|s[egik]|t[hrw]|u[akyz]|vn|za|jp)(?![a-z0-9_-])(?!\\.[a-z0-9_-])",
            "(?i)[a-z0-9_-]\\.[a-z0-9_-]+\\.(?:ai|app|art|blog|box|chat|cloud|club|co|dev|digital|example|games|global"
                    + "|group|home|host|info|invalid|link|live|me|media|network|news|one|online|page|pro|pub|run|sh|shop"
                    + "|site|space|store|studio|systems|team|tech|test|to|tools|top|tv|website|wiki|works?|world|xyz|zone"
                    + "|cc|id|in|is|it|at|be|my|no|us|vip|fun|name|mobi|social)(?![a-z0-9_-])(?!\\.[a-z0-9_-])",
            "(?i)" + OPEN + "(?:localhost|macbook|imac|thinkpad|raspberrypi|iphone|ipad|ideapad|chromebook|airpods|xn)"
                    + CLOSED,
            "(?i)" + OPEN
                    + "(?:app|backup|bastion|build|cache|db|dc|dns|esxi?|fs|ftp|fw|gpu|gw|host|kafka|ldap|log|mail"
                    + "|master|mongo|mx|mysql|nas|node|ns|pg|prod|proxy|proxmox|pve|redis|relay|router|server|smtp|sql|srv"
                    + "|staging|stor|switch|vm|vpn|vps|web|worker|ws)(?:(?:-[a-z0-9]*)*-)?0[0-9]{1,2}" + CLOSED,
            "(?i)" + OPEN + "(?:desktop|laptop|win)-(?=[a-z]*[0-9])[a-z0-9]{7}",
            "(?i)[_.:-]at[_.:-]+[a-z0-9](?:.*[_.:-])?(?<=[_.:-])(?:com|net|org|edu|gov|mil|io|biz|onion|arpa|local|lan|internal|intranet"
                    + "|corp|localdomain|localhost|svc|fritz|a[eru]|b[gr]|c[ahlnoz]|d[ek]|e[esu]|f[ir]|gr|h[kru]|i[elr]|k[erz]"
                    + "|l[tuv]|m[ax]|n[glz]|p[ehklt]|r[ou]|s[egik]|t[hrw]|u[akyz]|vn|za|jp)$");

    private static final Predicate<String> FILE = any(
            "^[A-Za-z]:",
            "(?i)^(?:home|etc|var|usr|mnt)(?:\\.[a-z0-9_-]+){2}",
            "(?i)^(?:file|mailto|tel|sips?|smb|xmpp|etc|home|users|var|tmp|mnt|opt|usr|volumes):.",
            "(?<![A-Za-z0-9_.-])\\.[A-Za-z]",
            "(?i)(?<!.\\.(?:https?|wss?|rpc|sse))(?<=[a-z0-9_-])\\.(?:7z|avi|bak|bash|bat|bmp|bz2|cer|cfg|cjs|cmd|conf|crt|csr|css|csv|db|dll|docx?|dylib"
                    + "|env|exe|flac|gif|gz|heic|html?|ics|ini|ipynb|iso|jar|java|jks|jpe?g|json|json5|jsonl|jsx|kdbx|kt"
                    + "|log|lua|m4a|md|mjs|mkv|mov|mp3|mp4|mpeg|ndjson|odt|ogg|old|opus|ovpn|p12|pcap|pdf|pem|pfx|php|pid"
                    + "|plist|png|ppk|pptx?|ps1|pyc?|rar|rb|rtf|sh|sock|sql|sqlite3?|svg|swp|tar|tgz|tiff|tmp|toml|tsx?"
                    + "|tsv|txt|vcf|wav|webm|webp|xlsx?|xml|xz|ya?ml|zip|zsh|zst)(?=$|:)",
            "(?i)" + START
                    + "(?:id_rsa|id_dsa|id_ecdsa|id_ed25519|authorized_keys|known_hosts|passwd|htpasswd)(?!\\w)");

    private ReferencePolicy() {}

    private static Predicate<String> any(String... patterns) {
        List<Pattern> compiled = Stream.of(patterns).map(Pattern::compile).toList();
        return value ->
                compiled.stream().anyMatch(pattern -> pattern.matcher(value).find());
    }

    static String admit(String raw, String fallback) {
        return refusal(raw) == null ? trimmed(raw) : fallback;
    }

    static String admitLane(String raw, String fallback) {
        return laneRefusal(raw) == null ? trimmed(raw).split(":", 2)[0] : fallback;
    }

    static @Nullable PolicyRule refusal(String raw) {
        return refusal(trimmed(raw), trimmed(raw), false);
    }

    static @Nullable PolicyRule laneRefusal(String raw) {
        String value = trimmed(raw);
        return refusal(value, value.split(":", 2)[0], true);
    }

    private static String trimmed(String raw) {
        return TRIM.matcher(raw).replaceAll("");
    }

    private static @Nullable PolicyRule refusal(String whole, String value, boolean lane) {
        if (whole.isEmpty()) {
            return PolicyRule.ABSENT;
        }
        if (!LABEL.matcher(value).matches()) {
            return PolicyRule.ALPHABET;
        }
        if (SECRET.test(whole.substring(0, Math.min(whole.length(), 256)))) {
            return PolicyRule.SECRET;
        }
        if (lane && whole.toLowerCase(Locale.ROOT).startsWith("agent:")) {
            return PolicyRule.SESSION_KEY;
        }
        return Stream.of(
                        new Rule(PolicyRule.SECRET, ASSIGNMENT),
                        new Rule(PolicyRule.SESSION_KEY, SESSION_KEY),
                        new Rule(PolicyRule.IDENTIFIER, IDENTIFIER),
                        new Rule(PolicyRule.NUMBER, ReferencePolicy::hasNumber),
                        new Rule(PolicyRule.ADDRESS, ADDRESS),
                        new Rule(PolicyRule.HOST, HOST),
                        new Rule(PolicyRule.FILE, FILE),
                        new Rule(PolicyRule.PROSE, ReferencePolicy::isProse),
                        new Rule(PolicyRule.RANDOM, ReferencePolicy::isRandom))
                .filter(rule -> rule.refuses.test(value))
                .map(Rule::name)
                .findFirst()
                .orElse(null);
    }

    private record Rule(PolicyRule name, Predicate<String> refuses) {}

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{2,}");

    private static final Pattern GROUPS = Pattern.compile("[0-9#]+(?:[_.:-][0-9#]+)*");

    /** Digits counted up from 1, ten and again ten, behind a dash or an underscore. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "([-_])(?=123456)(?:1234567890)*+" + "(?:1(?:2(?:3(?:4(?:5(?:6(?:7(?:89?)?)?)?)?)?)?)?)?()(?![0-9])");

    private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)[0-9]{2}" + DAY + "|[23][0-9]" + DAY + "|20[0-4][0-9](?:0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final List<String> CONTEXT_SIZES = List.of("131072", "262144", "524288", "1048576");

    private static boolean hasNumber(String value) {
        String blanked = PLACEHOLDER.matcher(value).replaceAll("$1#$2"); // "#" for a group that counts nothing
        return Pattern.matches("-?[0-9]{6,}", value)
                || GROUPS.matcher(blanked)
                        .results()
                        .anyMatch(chain -> isNumber(
                                chain.group(), blanked.substring(chain.end()), value.matches("[0-9-]*") ? 6 : 9));
    }

    private static boolean isNumber(String chain, String behind, int least) {
        List<String> groups = List.of(chain.split("[_.:-]"));
        List<String> undated = new ArrayList<>(groups);
        undated.removeIf(DATE.asMatchPredicate().or(YEAR.asMatchPredicate()).or("#"::equals));
        boolean dated = groups.stream().anyMatch(DATE.asMatchPredicate().or(YEAR.asMatchPredicate()));
        return undated.stream().anyMatch(group -> group.length() >= 6 && !CONTEXT_SIZES.contains(group))
                || undated.stream().mapToInt(String::length).sum() >= least
                || dated && behind.matches("[Tt][0-9]{2}[\\s\\S]*");
    }

    private static final Pattern SENTENCE_WORD = Pattern.compile("(?i)(?:"
            + "are|can|could|does|his|her|how|i|is|me|my|our|please|shall|should|that|the|their|this|was"
            + "|we|were|what|when|where|who|why|will|would|you|your|bitte|dich|dir|ich|kannst|meine"
            + "|meinem|meinen|mein|mich|mir|nicht|sind|und|warum|einem|einen|eine|moi|mon|nous|peux|pour"
            + "|quel|quelle|une|votre|vous|para|puedes|quiero|una|mio|mia|puoi|sono|een|jouw|mijn|voor"
            + "|waarom|meu|minha|voce|mojego|prosze|bana|bir|lutfen" + ")");
    private static final Pattern JOINING_WORD = Pattern.compile("(?i)(?:"
            + "a|am|an|and|at|be|do|for|from|if|in|it|not|of|or|to|up|with|al|als|as|das|dem|den|der|die"
            + "|du|el|en|est|et|favor|il|ist|je|la|las|le|les|lo|los|mi|os|por|que|te|tu|un|wie" + ")");

    private static boolean isProse(String value) {
        List<String> words = Stream.of(value.split("[_.:-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        long certain = words.stream().filter(SENTENCE_WORD.asMatchPredicate()).count();
        long joining = words.stream().filter(JOINING_WORD.asMatchPredicate()).count();
        long ofLetters =
                words.stream().filter(word -> word.matches("[A-Za-z]+")).count();
        return ofLetters >= 12 || words.size() >= 5 && certain > 0 && certain + joining > 1;
    }

    /** Taking out words only ever spares a value: that it brings two parts together makes none random. */
    private static boolean isRandom(String value) {
        return isRandomAsAWhole(value) && isRandomAsAWhole(withoutRepeatedWords(value));
    }

    /** Takes out each word of two or more characters that the value has before. */
    private static String withoutRepeatedWords(String value) {
        Set<String> seen = new HashSet<>();
        return WORD.matcher(value).replaceAll(word -> seen.add(word.group()) ? word.group() : "");
    }

    /** The greatest sum over any part, each part added up anew. */
    private static boolean isRandomAsAWhole(String value) {
        for (int from = 0; from < value.length(); from++) {
            int sum = 0;
            for (int at = from; at < value.length(); at++) {
                sum += RandomText.score(at == 0 ? '-' : value.charAt(at - 1), value.charAt(at));
                if (sum >= 36) {
                    return true;
                }
            }
        }
        return false;
    }
}
