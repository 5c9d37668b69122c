package ai.openclaw.diagnostics.gateway;

import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Says why a Gateway cannot listen on its address and port, and what to do. */
public final class BindFailure {

    private static final int FIRST_UNPRIVILEGED = 1024;

    private BindFailure() {}

    /** Tells whether a failure came from listening on an address and port. */
    public static boolean is(Throwable failure) {
        return failure instanceof BindException || failure instanceof SocketException;
    }

    /** Returns a sentence for the operator. */
    public static String explain(Throwable failure, String host, int port) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (!isLocal(host)) {
            return "gateway.bind: " + host + " is not an address of this machine. Bind one that is, loopback or lan.";
        }
        if (port < FIRST_UNPRIVILEGED && reason.contains("permission denied")) {
            return "Port " + port + " is below " + FIRST_UNPRIVILEGED
                    + ", where only an administrator or a process with"
                    + " CAP_NET_BIND_SERVICE may listen. Choose a higher one with --port.";
        }
        return reason.contains("in use")
                ? "Port " + port + " is taken on " + host + ". Stop the program that listens there, or choose another"
                        + " port with --port."
                : "The Gateway cannot listen on " + host + ", port " + port + ": " + failure.getMessage() + ".";
    }

    private static boolean isLocal(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            return true; // not known: the failure's own reason is told
        }
    }
}
