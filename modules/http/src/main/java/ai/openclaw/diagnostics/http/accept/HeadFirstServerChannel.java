package ai.openclaw.diagnostics.http.accept;

import io.netty.channel.ChannelFuture;
import io.netty.channel.IoEventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections and passes them on to an event loop with their first request head: each at once, unless the event loop
 * is behind. Without {@link #LIMITS} it is an ordinary server channel. On the acceptor's thread.
 */
final class HeadFirstServerChannel extends NioServerSocketChannel implements HeadFirstChannel.Listener {

    /** Set on the channels of servers that wait for request heads. */
    static final AttributeKey<AcceptLimits> LIMITS = AttributeKey.valueOf(HeadFirstServerChannel.class, "limits");

    private static final long CHECK_MS = 100;
    private static final int BATCHES = 4;

    /** Those that an event loop has not taken up, and what they cost in all. */
    private final Set<HeadFirstChannel> passedOn = new HashSet<>();

    private int passedOnCost;

    /** Those whose TLS handshake is not over, oldest first. */
    private final Set<HeadFirstChannel> handshakes = new LinkedHashSet<>();

    private @Nullable PendingConnections pending;
    private @Nullable Future<?> checks;

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        AcceptLimits limits = attr(LIMITS).get();
        return limits == null ? super.doReadMessages(accepted) : takeIn(limits);
    }

    /**
     * Takes in what the kernel has queued, since the next to come waits behind it; at a time a part of those that may be
     * pending, so that each is read before further ones replace it.
     */
    private int takeIn(AcceptLimits limits) throws IOException {
        PendingConnections waiting = pending(limits);
        int count = 0;
        while (count < Math.max(1, limits.connections() / BATCHES) && takeInNext(waiting, limits)) {
            count++;
        }
        return count;
    }

    private boolean takeInNext(PendingConnections waiting, AcceptLimits limits) throws IOException {
        SocketChannel socket = accept(waiting);
        if (socket == null) {
            return false;
        }
        try {
            waiting.add(PendingConnection.begin(socket, (IoEventLoop) eventLoop(), waiting, limits.headBytes()));
        } catch (IOException | RuntimeException e) {
            PendingConnection.closeQuietly(socket);
        }
        return true;
    }

    private @Nullable SocketChannel accept(PendingConnections waiting) throws IOException {
        try {
            return javaChannel().accept();
        } catch (IOException e) { // no file descriptor is left, most likely
            if (waiting.closeOldest()) {
                return null;
            }
            throw e;
        }
    }

    private PendingConnections pending(AcceptLimits limits) {
        PendingConnections existing = pending;
        if (existing != null) {
            return existing;
        }
        PendingConnections created = new PendingConnections(limits, this::passOn);
        pending = created;
        checks = eventLoop().scheduleAtFixedRate(created::check, CHECK_MS, CHECK_MS, TimeUnit.MILLISECONDS);
        return created;
    }

    private void passOn() {
        PendingConnections waiting = pending;
        while (waiting != null && passedOnCost < AcceptLimits.PASSED_ON) {
            PendingConnection next = waiting.pollReady();
            if (next == null) {
                return;
            }
            passOn(next);
        }
    }

    private void passOn(PendingConnection connection) {
        HeadFirstChannel channel = new HeadFirstChannel(this, connection.socket(), connection.first(), this);
        passedOn.add(channel);
        passedOnCost += channel.cost();
        if (connection.first().isTls()) {
            handshakes.add(channel);
            closeOldestHandshakes();
        }
        pipeline().fireChannelRead(channel);
        pipeline().fireChannelReadComplete();
        if (!channel.isOpen() && pending != null) { // the server is being closed: no event loop takes any
            pending.closeAll();
        }
    }

    private void closeOldestHandshakes() {
        Iterator<HeadFirstChannel> oldest = handshakes.iterator();
        while (handshakes.size() > AcceptLimits.HANDSHAKES) {
            ChannelFuture unused = oldest.next().close(); // it tells its end itself
            oldest.remove();
        }
    }

    @Override
    public void takenUp(HeadFirstChannel channel) {
        eventLoop().execute(() -> {
            if (passedOn.remove(channel)) {
                passedOnCost -= channel.cost();
                passOn();
            }
        });
    }

    @Override
    public void established(HeadFirstChannel channel) {
        eventLoop().execute(() -> handshakes.remove(channel));
    }

    @Override
    protected void doClose() throws Exception {
        super.doClose();
        if (checks != null) {
            checks.cancel(false);
        }
        if (pending != null) {
            pending.closeAll();
        }
    }
}
