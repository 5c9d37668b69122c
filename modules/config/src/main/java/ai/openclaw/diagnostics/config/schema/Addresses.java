package ai.openclaw.diagnostics.config.schema;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** IP addresses and blocks of them, as texts; nothing here asks a name server. */
public final class Addresses {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6_ALPHABET = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private Addresses() {}

    static boolean isBind(String text) {
        return text.equals("loopback") || text.equals("lan") || isAddress(text);
    }

    static boolean isAddress(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** Tells whether this is an address, or one with the length of a prefix behind it: {@code 10.0.0.0/8}. */
    static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isAddress(text);
        }
        String address = text.substring(0, slash);
        String prefix = text.substring(slash + 1);
        return isAddress(address)
                && PREFIX.matcher(prefix).matches()
                && Integer.parseInt(prefix) <= (isIpv4(address) ? 32 : 128);
    }

    private static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    private static boolean isIpv6(String text) {
        if (!IPV6_ALPHABET.matcher(text).matches()) {
            return false;
        }
        try {
            InetAddress.getByName("[" + text + "]"); // in brackets it is never taken for a name
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns the address to listen on for a value of {@code gateway.bind}. */
    public static String host(String bind) {
        return switch (bind) {
            case "loopback" -> "127.0.0.1";
            case "lan" -> "0.0.0.0";
            default -> bind;
        };
    }

    /** Tells whether an address is one of this machine only. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // checked to be an address
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
