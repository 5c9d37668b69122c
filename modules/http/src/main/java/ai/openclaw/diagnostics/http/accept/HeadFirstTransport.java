package ai.openclaw.diagnostics.http.accept;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.net.TcpOption;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's own transport, but for servers that have a {@link TcpOption#USER_TIMEOUT}: their connections are passed on with
 * their first request head. The option, which only native transports read, tells the HTTP servers of the project from the
 * servers of plugins, whose protocols may be others.
 */
public final class HeadFirstTransport implements io.vertx.core.transport.Transport {

    private final Transport implementation;

    private HeadFirstTransport(AcceptLimits limits) {
        this.implementation = new Implementation(NIO.implementation(), limits);
    }

    /**
     * Returns the transport of a Vert.x instance.
     *
     * @param connections how many connections of a server may have sent no complete head
     * @param headBytes how long a head may be; of a longer one, so much is passed on
     * @param timeout how long a head may take
     */
    public static HeadFirstTransport of(int connections, int headBytes, Duration timeout) {
        return new HeadFirstTransport(AcceptLimits.of(connections, headBytes, timeout));
    }

    @Override
    public String name() {
        return NIO.name();
    }

    @Override
    public boolean available() {
        return NIO.available();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return NIO.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return implementation;
    }

    private record Implementation(Transport nio, AcceptLimits limits) implements Transport {

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return domainSocket ? nio.serverChannelFactory(true) : HeadFirstServerChannel::new;
        }

        @Override
        public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
            nio.configure(config, domainSocket, bootstrap);
            if (!domainSocket && config.getOption(TcpOption.USER_TIMEOUT) != null) {
                bootstrap.attr(HeadFirstServerChannel.LIMITS, limits);
            }
        }

        @Override
        public void configure(TcpConfig config, boolean domainSocket, Bootstrap bootstrap) {
            nio.configure(config, domainSocket, bootstrap);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            nio.configure(channel, options);
        }

        @Override
        public boolean supportsDomainSockets() {
            return nio.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return nio.supportFileRegion();
        }

        @Override
        public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
            return nio.convert(address);
        }

        @Override
        public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
            return nio.convert(address);
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return nio.ioHandlerFactory();
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory threadFactory, int ioRatio) {
            return nio.eventLoopGroup(type, threads, threadFactory, ioRatio);
        }

        @Override
        @SuppressWarnings("deprecation") // that of Vert.x's interface
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return nio.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
            return nio.datagramChannelFactory();
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return nio.channelFactory(domainSocket);
        }
    }
}
