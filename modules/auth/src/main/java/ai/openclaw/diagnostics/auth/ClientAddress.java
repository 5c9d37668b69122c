package ai.openclaw.diagnostics.auth;

import ai.openclaw.diagnostics.config.GatewayException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of the socket or, if that is a proxy that the configuration names, whom the
 * proxy says it speaks for in {@code X-Forwarded-For}.
 *
 * <p>Proxies append to that header, so it is read from its right end: past addresses of trusted proxies to the first one
 * that is not. An entry that is no address ends the search at the last trusted proxy. From other callers the header is
 * worth nothing. A reverse proxy on this machine must be among the trusted ones, else all its clients count as loopback.
 *
 * <p>No name is ever looked up. Immutable; any thread may ask.
 */
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** The headers that proxies and content networks add to what they pass on. */
    private static final Pattern FORWARDING = Pattern.compile(
            "forwarded|via|x-(?:original-)?forwarded.*|.*-(?:client|connecting|real)-ip|x-envoy-external-address"
                    + "|(?:cdn|cf|tailscale)-.+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PORT = Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private final List<Network> proxies;

    private ClientAddress(List<Network> proxies) {
        this.proxies = proxies;
    }

    /** Returns the one that trusts no proxy. */
    public static ClientAddress ofSocket() {
        return new ClientAddress(List.of());
    }

    /**
     * Returns one that trusts these proxies.
     *
     * @param proxies IP addresses and CIDR blocks
     * @throws GatewayException if one is neither
     */
    public static ClientAddress behind(List<String> proxies) {
        return new ClientAddress(proxies.stream().map(Network::parse).toList());
    }

    /** Returns the client's address; a peer without an IP address, on a Unix domain socket, is on this machine. */
    InetAddress of(HttpServerRequest request) {
        return of(request.remoteAddress(), request.headers().getAll(FORWARDED_FOR));
    }

    InetAddress of(@Nullable SocketAddress peer, List<String> forwardedFor) {
        InetAddress client = socketAddress(peer);
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
            InetAddress hop = parse(withoutPort(hops[i].strip()));
            if (hop == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    /** Returns who sent a request. */
    Caller caller(HttpServerRequest request) {
        return new Caller(of(request), isLocal(request));
    }

    /** Tells whether a request comes from this machine, and no proxy has passed it on from somewhere else. */
    public boolean isLocal(HttpServerRequest request) {
        return of(request).isLoopbackAddress() && (isNamedByProxy(request) || !isPassedOn(request));
    }

    /** Tells whether a trusted proxy says whom it speaks for. */
    private boolean isNamedByProxy(HttpServerRequest request) {
        return request.headers().contains(FORWARDED_FOR) && isProxy(socketAddress(request.remoteAddress()));
    }

    private static boolean isPassedOn(HttpServerRequest request) {
        return request.headers().names().stream()
                .anyMatch(name -> FORWARDING.matcher(name).matches());
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress socketAddress(@Nullable SocketAddress peer) {
        String literal = peer == null ? null : peer.hostAddress();
        InetAddress address = literal == null ? null : parse(literal);
        return address == null ? InetAddress.getLoopbackAddress() : address;
    }

    private static String withoutPort(String hop) {
        var matcher = PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** Returns the address of a literal; of an IPv4 address in IPv6 clothes, the IPv4 address. */
    private static @Nullable InetAddress parse(String literal) {
        int zone = literal.indexOf('%');
        String address = zone < 0 ? literal : literal.substring(0, zone);
        try {
            if (IPV4.matcher(address).matches()) {
                return InetAddress.getByName(address);
            }
            return IPV6.matcher(address).matches() ? InetAddress.getByName("[" + address + "]") : null;
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    /** A block of addresses that have their first bits in common. */
    private record Network(InetAddress address, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            InetAddress address = ClientAddress.parse((slash < 0 ? text : text.substring(0, slash)).strip());
            int most = address == null ? 0 : address.getAddress().length * 8;
            int bits = slash < 0 ? most : number(text.substring(slash + 1).strip()) - bitsOfClothes(text, most);
            if (address == null || bits < 0 || bits > most) {
                throw GatewayException.unusable("gateway.trustedProxies holds \"" + text
                        + "\", but must hold IP addresses and CIDR blocks, such as 10.0.0.0/8.");
            }
            return new Network(address, bits);
        }

        /** An IPv4 block in IPv6 clothes counts the 96 bits of these. */
        private static int bitsOfClothes(String text, int most) {
            return most == 32 && text.contains(":") ? 96 : 0;
        }

        private static int number(String text) {
            return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        }

        boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            boolean same = ours.length == theirs.length;
            for (int bit = 0; same && bit < bits; bit += 8) {
                int mask = 0xff << Math.max(0, 8 - (bits - bit));
                same = ((ours[bit / 8] ^ theirs[bit / 8]) & mask & 0xff) == 0;
            }
            return same;
        }
    }
}
