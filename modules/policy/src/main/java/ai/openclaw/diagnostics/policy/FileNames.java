package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.BASE64URL;
import static ai.openclaw.diagnostics.policy.Ascii.LETTER;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

/**
 * Finds names of files and what remains of paths: a drive, a hidden file, a name with an extension, a private key's
 * usual name. Spared are files that models are named by ({@code llama.gguf}), programs that are named like a source file
 * ({@code llama.cpp}, {@code mistral.rs}), extensions that are ordinary words, and the format of a protocol's messages
 * ({@code gateway.http.json}).
 */
final class FileNames {

    /** Words that are looked for behind a dot. */
    static final WordSet EXTENSIONS = WordSet.of("7z avi bak bash bat bmp bz2 cer cfg cjs cmd conf crt csr css csv db"
            + " dll doc docx dylib env exe flac gif gz heic htm html ics ini ipynb iso jar java jks jpeg jpg json json5"
            + " jsonl jsx kdbx kt log lua m4a md mjs mkv mov mp3 mp4 mpeg ndjson odt ogg old opus ovpn p12 pcap pdf pem"
            + " pfx php pid plist png ppk ppt pptx ps1 py pyc rar rb rtf sh sock sql sqlite sqlite3 svg swp tar tgz tiff"
            + " tmp toml ts tsv tsx txt vcf wav webm webp xls xlsx xml xz yaml yml zip zsh zst");

    private static final WordSet WELL_KNOWN =
            WordSet.of("id_rsa id_dsa id_ecdsa id_ed25519 authorized_keys known_hosts" + " passwd htpasswd");

    /** The last words of well-known names. */
    private static final WordSet LAST_WORDS = WordSet.of("rsa dsa ecdsa ed25519 keys hosts passwd htpasswd");

    /** Where a path begins whose slashes became dots. */
    private static final WordSet DOTTED_ROOTS = WordSet.of("home etc var usr mnt");

    /** Words that are looked for anywhere. */
    static final WordSet WORDS = WordSet.union(LAST_WORDS, DOTTED_ROOTS);

    private static final WordSet SCHEMES_AND_ROOTS =
            WordSet.of("file mailto tel sip sips smb xmpp etc home users var tmp" + " mnt opt usr volumes");

    private static final WordSet PROTOCOLS = WordSet.of("http https ws wss rpc sse");

    private FileNames() {}

    /** Tells whether the text begins like a path or an address with a scheme. */
    static boolean beginsPath(String text, int from, int to) {
        int end = Ascii.endOfRun(Ascii.ALPHANUMERIC, text, from, to);
        boolean colon = end < to && text.charAt(end) == ':';
        boolean drive = end - from == 1 && Ascii.in(LETTER, text.charAt(from));
        return colon && (drive || end + 1 < to && SCHEMES_AND_ROOTS.contains(text, from, end));
    }

    /** Tells whether there is a name with an extension, or of a hidden file, between the two indices. */
    static boolean extensionIn(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '.' && isExtension(text, at + 1, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** An extension behind a name, or the name of a hidden file behind nothing. */
    private static boolean isExtension(String text, int at, int from, int to) {
        if (!Ascii.at(BASE64URL, text, at - 2, from, to)) {
            return Ascii.at(LETTER, text, at, from, to) && !Ascii.at(Ascii.DOT, text, at - 2, from, to);
        }
        int end = Ascii.endOfRun(BASE64URL, text, at, to);
        boolean last = end == to || text.charAt(end) == ':';
        return last && EXTENSIONS.contains(text, at, end) && !isMediaType(text, at - 1, from);
    }

    /** A format behind a protocol that is itself behind a name, as in {@code gateway.http.json}, is that of a message. */
    private static boolean isMediaType(String text, int dot, int from) {
        int start = dot;
        while (start > from && Ascii.in(LETTER, text.charAt(start - 1))) {
            start--;
        }
        return start - 1 > from && text.charAt(start - 1) == '.' && PROTOCOLS.contains(text, start, dot);
    }

    /** Tells whether the text begins like a path of three parts whose slashes became dots. */
    static boolean beginsDottedPath(String text, int from, int to) {
        int end = Ascii.endOfRun(LETTER, text, from, to);
        int next = endOfPart(text, end, to);
        return DOTTED_ROOTS.contains(text, from, end) && next > end && endOfPart(text, next, to) > next;
    }

    /** The end of a dot and what follows, or the index where there is none. */
    private static int endOfPart(String text, int at, int to) {
        boolean dotted = at + 1 < to && text.charAt(at) == '.' && Ascii.in(BASE64URL, text.charAt(at + 1));
        return dotted ? Ascii.endOfRun(BASE64URL, text, at + 1, to) : at;
    }

    /** Tells whether there is a usual name of a file with secrets between the two indices. */
    static boolean wellKnownIn(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(WORD, text, at, to);
            if (end > at && WELL_KNOWN.contains(text, at, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }
}
