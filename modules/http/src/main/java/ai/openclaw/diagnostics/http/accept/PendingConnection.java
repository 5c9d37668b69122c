package ai.openclaw.diagnostics.http.accept;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection whose first bytes are not complete, or not passed on. On the acceptor's thread. */
final class PendingConnection extends NioSelectableChannelIoHandle<SocketChannel> {

    /** Of an IPv6 address, the rest is what a network gives to its hosts. */
    private static final int NETWORK_BYTES = 8;

    private final SocketChannel socket;
    private final PendingConnections owner;
    private final FirstBytes first;
    private final ByteBuffer network;
    private final long sinceNanos = System.nanoTime();
    private @Nullable IoRegistration registration;

    private PendingConnection(SocketChannel socket, PendingConnections owner, int maxBytes) throws IOException {
        super(socket);
        this.socket = socket;
        this.owner = owner;
        this.first = new FirstBytes(maxBytes);
        this.network = network((InetSocketAddress) socket.getRemoteAddress());
    }

    /**
     * Begins to wait for the first bytes of a connection.
     *
     * @throws IOException if it is closed already
     */
    static PendingConnection begin(SocketChannel socket, IoEventLoop acceptor, PendingConnections owner, int maxBytes)
            throws IOException {
        socket.configureBlocking(false);
        PendingConnection pending = new PendingConnection(socket, owner, maxBytes);
        IoRegistration registration = acceptor.register(pending).getNow(); // at once, on the acceptor's thread
        if (registration == null) {
            throw new IOException("the connection cannot be waited for");
        }
        pending.registration = registration;
        pending.resume();
        return pending;
    }

    @Override
    protected void handle(SocketChannel channel, SelectionKey key) {
        read();
    }

    /** Reads what has come, a part at a time, and tells the owner. */
    void read() {
        try {
            ByteBuffer buffer = owner.buffer().limit(Math.min(owner.buffer().capacity(), first.room()));
            int count = socket.read(buffer);
            if (count < 0) {
                owner.close(this);
                return;
            }
            int size = first.size();
            first.append(buffer.flip());
            owner.grown(this, first.size() - size);
        } catch (IOException e) {
            owner.close(this);
        }
    }

    private static ByteBuffer network(@Nullable InetSocketAddress client) throws IOException {
        if (client == null) {
            throw new ClosedChannelException();
        }
        byte[] address = client.getAddress().getAddress();
        return ByteBuffer.wrap(address, 0, Math.min(address.length, NETWORK_BYTES));
    }

    /** Reads no more until {@link #resume()}. */
    void pause() {
        if (registration != null) {
            registration.submit(NioIoOps.NONE);
        }
    }

    void resume() {
        if (registration != null) {
            registration.submit(NioIoOps.READ);
        }
    }

    /** Returns what a client's connections have in common: its IPv4 address, or its IPv6 network. */
    ByteBuffer network() {
        return network;
    }

    FirstBytes first() {
        return first;
    }

    SocketChannel socket() {
        return socket;
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - sinceNanos >= nanos;
    }

    /** Waits for no more bytes: another thread goes on with the connection. */
    void detach() {
        if (registration != null) {
            registration.cancel();
            registration = null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Closes the connection at once. */
    void closeNow() {
        detach();
        closeQuietly(socket);
    }

    static void closeQuietly(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no more use
        }
    }
}
