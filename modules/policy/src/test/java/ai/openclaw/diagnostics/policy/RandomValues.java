package ai.openclaw.diagnostics.policy;

import java.util.List;
import java.util.SplittableRandom;

/** Strings from a grammar that loves the edges of the policy: prefixes, boundaries, bodies one character too short. */
final class RandomValues {

    private static final List<String> PIECES = List.of(
            "sk-",
            "ghp_",
            "github_pat_",
            "xoxb-",
            "xoxz-",
            "xapp-",
            "gsk_",
            "AIza",
            "pplx-",
            "npm_",
            "AKID",
            "AKIA",
            "ASIA",
            "LTAI",
            "hf_",
            "r8_",
            "bot",
            "eyJ",
            "ya29.",
            "glpat-",
            "xai-",
            "sk_live_",
            "rk_test_",
            "pk_",
            "KEY:",
            "API_KEY:",
            "Key:",
            "TOKEN",
            "SECRET:",
            "PASSWD:",
            "PASSWORD",
            "CARD",
            "NUMBER:",
            "SECURITY",
            "CODE:",
            "PAYMENT",
            "CREDENTIAL:",
            "CVC:",
            "CVV",
            "SHARED",
            "agent:",
            ":agent:",
            "AGENT:",
            "session:",
            "main",
            "run_",
            "call_",
            "chatcmpl-",
            "msg_",
            "00000000-0000-4000-8000-000000000000",
            "3f0c9f0e-aaaa-4bbb-8ccc-",
            "127.0.0.1",
            ":8080",
            "256.1.1.1",
            "gho_",
            "hvs.",
            "PWD:",
            "KEYS:",
            "password:",
            "dm:",
            ":group:",
            "20250929",
            "2025-09-29",
            "251104",
            "_123456",
            "-12345678901",
            "131072",
            "T10",
            "555-123-",
            "10-0-0-",
            "ip-",
            "fe80::",
            "::",
            "00:1a:2b:",
            "00-1a-2b-",
            "001a.2b3c.",
            ":443",
            ":2503",
            ":1006",
            ":1000",
            ".com",
            ".de",
            ".dev",
            "xn--",
            "localhost",
            "db",
            "01",
            "DESKTOP-",
            ".yaml",
            ".env",
            "id_rsa",
            "C:",
            "etc:",
            "_the_",
            "-is-my-",
            "_a_to_",
            "createPullRequest",
            "qwen2p5",
            "1.2.3",
            " ",
            "\u00a0",
            "\u2028",
            "\n",
            "é",
            "/",
            "=",
            "\"",
            "-",
            "_",
            ".",
            ":",
            "+");

    private static final List<String> ALPHABETS = List.of(
            "0123456789",
            "0123456789abcdef",
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_",
            "abcXYZ019_-",
            "abcXYZ019-",
            "abcXYZ019");

    private static final int[] LENGTHS = {1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 19, 20, 21, 31, 32, 33, 100};

    private final SplittableRandom random;

    RandomValues(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        StringBuilder value = new StringBuilder();
        for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
            value.append(random.nextInt(3) > 0 ? pick(PIECES) : run());
        }
        return random.nextInt(10) == 0 ? value.toString().toUpperCase(java.util.Locale.ROOT) : value.toString();
    }

    private String run() {
        String alphabet = pick(ALPHABETS);
        StringBuilder run = new StringBuilder();
        for (int length = LENGTHS[random.nextInt(LENGTHS.length)]; length > 0; length--) {
            run.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return run.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
