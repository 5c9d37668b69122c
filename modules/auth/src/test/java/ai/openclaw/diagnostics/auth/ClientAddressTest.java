package ai.openclaw.diagnostics.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.GatewayException;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom {@code X-Forwarded-For} can make of a peer, and whom it cannot. */
class ClientAddressTest {

    private static final ClientAddress ADDRESS =
            ClientAddress.behind(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/9", "::1"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a peer that is no proxy             | 203.0.113.7      | 198.51.100.1                      | 203.0.113.7
            a proxy                             | 10.1.2.3         | 198.51.100.1                      | 198.51.100.1
            a proxy that is an IPv4 address     | 192.0.2.1        | 198.51.100.1                      | 198.51.100.1
            its neighbour                       | 192.0.2.2        | 198.51.100.1                      | 192.0.2.2
            a proxy in IPv6 clothes             | ::ffff:10.1.2.3  | 198.51.100.1                      | 198.51.100.1
            an IPv6 proxy                       | fd00::1          | 2001:db8::7                       | 2001:db8:0:0:0:0:0:7
            the last bits of its block          | fd7f:ffff::1     | 2001:db8::7                       | 2001:db8:0:0:0:0:0:7
            the first beyond its block          | fd80::1          | 2001:db8::7                       | fd80:0:0:0:0:0:0:1
            a zone                              | ::1%lo           | 2001:db8::7%eth0                  | 2001:db8:0:0:0:0:0:7
            the caller forges entries           | 10.1.2.3         | 127.0.0.1, 10.9.9.9, 198.51.100.1 | 198.51.100.1
            a chain of proxies                  | 10.1.2.3         | 6.6.6.6,198.51.100.1 , 192.0.2.1  | 198.51.100.1
            nothing but proxies                 | 10.1.2.3         | 10.0.0.9, 10.0.0.8                | 10.0.0.9
            no header                           | 10.1.2.3         | ''                                | 10.1.2.3
            an entry that is no address         | 10.1.2.3         | 198.51.100.1, unknown, 192.0.2.1  | 192.0.2.1
            an empty entry                      | 10.1.2.3         | 198.51.100.1,                     | 10.1.2.3
            a name is not looked up             | 10.1.2.3         | localhost                         | 10.1.2.3
            an IPv4 address with a port         | 10.1.2.3         | 198.51.100.1:5555                 | 198.51.100.1
            an IPv6 address with a port         | 10.1.2.3         | [2001:db8::7]:5555                | 2001:db8:0:0:0:0:0:7
            IPv6 in brackets                    | 10.1.2.3         | [2001:db8::7]                     | 2001:db8:0:0:0:0:0:7
            an IPv4 client in IPv6 clothes      | 10.1.2.3         | ::ffff:198.51.100.1               | 198.51.100.1
            """)
    void readsTheHeaderFromTheRight(String what, String peer, String forwardedFor, String client) {
        assertThat(client(ADDRESS, peer, forwardedFor)).as(what).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.4.",
                "1.2.3.256",
                "01.2.3.4",
                "1",
                "0x7f.1.1.1",
                "1:2",
                ":::",
                "[::",
                "1.2.3.4:",
                "::1]"
            })
    void whatIsAlmostAnAddressIsNone(String hop) {
        assertThat(client(ADDRESS, "10.1.2.3", hop)).isEqualTo("10.1.2.3");
    }

    @Test
    void theLinesOfTheHeaderAreOneList() {
        assertThat(ADDRESS.of(peer("10.1.2.3"), List.of("6.6.6.6", "198.51.100.1, 10.0.0.1"))
                        .getHostAddress())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void withoutProxiesTheHeaderIsWorthNothing() {
        assertThat(client(ClientAddress.ofSocket(), "127.0.0.1", "198.51.100.1"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void everyAddressMayBeAProxy() {
        ClientAddress all = ClientAddress.behind(List.of(" 0.0.0.0 / 0 "));
        assertThat(client(all, "203.0.113.7", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void anIpv4BlockMayComeInIpv6Clothes() {
        ClientAddress mapped = ClientAddress.behind(List.of("::ffff:10.0.0.0/104"));
        assertThat(client(mapped, "10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client(mapped, "11.1.2.3", "198.51.100.1")).isEqualTo("11.1.2.3");
    }

    @Test
    void aUnixDomainSocketIsOnThisMachine() {
        assertThat(ADDRESS.of(SocketAddress.domainSocketAddress("/run/x"), List.of())
                        .isLoopbackAddress())
                .isTrue();
        assertThat(ADDRESS.of((SocketAddress) null, List.of()).isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "fd00::/129",
                "10.0.0.0/8/8",
                "::ffff:10.0.0.0/95"
            })
    void aProxyThatIsNoNetworkIsRefused(String proxy) {
        assertThatThrownBy(() -> ClientAddress.behind(List.of(proxy)))
                .isInstanceOf(GatewayException.class)
                .hasMessage("gateway.trustedProxies holds \"" + proxy
                        + "\", but must hold IP addresses and CIDR blocks, such as 10.0.0.0/8.");
    }

    private static String client(ClientAddress address, String peer, String forwardedFor) {
        return address.of(peer(peer), List.of(forwardedFor)).getHostAddress();
    }

    private static SocketAddress peer(String literal) {
        return new Peer(literal);
    }

    /** The other end of a socket. */
    private record Peer(String hostAddress) implements SocketAddress {
        @Override
        public String host() {
            return hostAddress;
        }

        @Override
        public String hostName() {
            throw new AssertionError("a name was looked up");
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public String path() {
            return null;
        }

        @Override
        public boolean isInetSocket() {
            return true;
        }

        @Override
        public boolean isDomainSocket() {
            return false;
        }
    }
}
