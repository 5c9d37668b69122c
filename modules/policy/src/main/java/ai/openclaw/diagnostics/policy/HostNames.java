package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.LETTER;

/**
 * Finds names of hosts: dotted names that end in a public or private domain, and words that only machines are called.
 *
 * <p>Spared are dotted names of models and events, which end in a number or another word ({@code gpt-5.4},
 * {@code session.started}, {@code output.audio.done}), and brands of two parts ({@code fal.ai}).
 */
final class HostNames {

    /** Domains that are no ordinary words: a name of two parts is a host, wherever in it the domain is. */
    private static final WordSet DOMAINS = WordSet.of("com net org edu gov mil io biz onion arpa"
            + " local lan internal intranet corp localdomain localhost svc fritz");

    /** The domains of countries, but for those that are words or file extensions; they are at the end of a name. */
    private static final WordSet COUNTRIES = WordSet.of("ae ar au bg br ca ch cl cn co cz de dk ee es eu fi fr gr"
            + " hk hr hu ie il ir ke kr kz lt lu lv ma mx ng nl nz pe ph pk pl pt ro ru se sg si sk th tr tw ua uk"
            + " uy uz vn za jp");

    /** Domains that are words as well: a name of three parts that ends in one is a host. */
    private static final WordSet WORD_DOMAINS = WordSet.of("ai app art blog box chat cloud club co dev digital example"
            + " games global group home host info invalid link live me media network news one online page pro pub run sh"
            + " shop site space store studio systems team tech test to tools top tv website wiki work works world xyz zone"
            + " cc id in is it at be my no us vip fun name mobi social");

    /** {@code xn} begins a name in other letters. */
    private static final WordSet MACHINES =
            WordSet.of("localhost macbook imac thinkpad raspberrypi iphone ipad ideapad chromebook airpods xn");

    /** Between a name and a domain. */
    static final WordSet AT = WordSet.of("at");

    private static final WordSet NAMED_BY_SETUP = WordSet.of("desktop laptop win");
    private static final int MIN_SETUP_NAME = 7;

    /** What servers are called before a number with a leading zero: {@code db01}, {@code web-02}, {@code vm-prod-eu-001}. */
    private static final WordSet SERVERS =
            WordSet.of("app backup bastion build cache db dc dns esx esxi fs ftp fw gpu gw host kafka ldap log mail"
                    + " master mongo mx mysql nas node ns pg prod proxy proxmox pve redis relay router server smtp sql srv"
                    + " staging stor switch vm vpn vps web worker ws");

    /** Words that are looked for anywhere; a server's name is told by the number behind it. */
    static final WordSet WORDS = WordSet.union(MACHINES, NAMED_BY_SETUP);

    /** Words that are looked for behind a dot. */
    static final WordSet WORDS_BEHIND_DOT = WordSet.union(DOMAINS, COUNTRIES, WORD_DOMAINS);

    private HostNames() {}

    /** Tells whether there is a dotted name of a host between the two indices. */
    static boolean dottedIn(String text, int from, int to) {
        int parts = 0;
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(Ascii.BASE64URL, text, at, to);
            boolean joined = end + 1 < to && text.charAt(end) == '.' && Ascii.in(Ascii.BASE64URL, text.charAt(end + 1));
            parts = end > at ? parts + 1 : 0;
            if (parts > 1 && isDomain(text, at, end, parts, joined)) {
                return true;
            }
            parts = joined ? parts : 0;
            at = end + 1;
        }
        return false;
    }

    private static boolean isDomain(String text, int at, int end, int parts, boolean joined) {
        return DOMAINS.contains(text, at, end)
                || !joined && COUNTRIES.contains(text, at, end)
                || !joined && parts > 2 && WORD_DOMAINS.contains(text, at, end);
    }

    /** Tells whether there is a word between the two indices that only machines are called. */
    static boolean wordIn(String text, int from, int to) {
        boolean server = false;
        int at = from;
        while (at < to) {
            int letters = Ascii.endOfRun(LETTER, text, at, to);
            int end = Ascii.endOfRun(ALPHANUMERIC, text, letters, to);
            boolean dashed = end < to && text.charAt(end) == '-';
            if (letters == end
                    ? isMachine(text, at, end, dashed, to)
                    : isNumber(text, letters, end) && (letters == at ? server : SERVERS.contains(text, at, letters))) {
                return true;
            }
            server = dashed && (server || letters == end && SERVERS.contains(text, at, end));
            at = end + 1;
        }
        return false;
    }

    /** Tells whether the text ends in a mail address that is written out: {@code jane-at-example-com}. */
    static boolean writtenMailIn(String text, int from, int to) {
        int domain = to;
        while (domain > from && Ascii.in(ALPHANUMERIC, text.charAt(domain - 1))) {
            domain--;
        }
        return (DOMAINS.contains(text, domain, to) || COUNTRIES.contains(text, domain, to))
                && isAddressedTo(text, from, domain);
    }

    /** Behind a name and {@code at} there is another name, before the domain. */
    private static boolean isAddressedTo(String text, int from, int domain) {
        boolean addressed = false;
        int at = from;
        while (at < domain) {
            int end = Ascii.endOfRun(ALPHANUMERIC, text, at, domain);
            if (end > at && addressed) {
                return true;
            }
            addressed |= at > from && AT.contains(text, at, end);
            at = end + 1;
        }
        return false;
    }

    private static boolean isMachine(String text, int at, int end, boolean dashed, int to) {
        return MACHINES.contains(text, at, end)
                || dashed && NAMED_BY_SETUP.contains(text, at, end) && isNamedBySetup(text, end + 1, to);
    }

    /** A number of two or three digits with a leading zero. */
    private static boolean isNumber(String text, int at, int end) {
        return text.charAt(at) == '0' && end - at >= 2 && end - at <= 3 && Ascii.all(DIGIT, text, at, end);
    }

    private static boolean isNamedBySetup(String text, int at, int to) {
        int end = Ascii.endOfRun(ALPHANUMERIC, text, at, to);
        return end - at >= MIN_SETUP_NAME && Ascii.endOfRun(LETTER, text, at, to) < end;
    }
}
