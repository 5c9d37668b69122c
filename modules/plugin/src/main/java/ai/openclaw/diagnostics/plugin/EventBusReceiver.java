package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.EventBus;

/**
 * Receives the events that this process publishes as JSON at an address of the event bus.
 *
 * <p>An event is recorded on the thread that publishes it, before {@code publish} returns. A consumer would get it through
 * the queue of an event loop, which has no bound: a publisher faster than that loop fills the heap. Here nothing waits, so
 * nothing has to be dropped. Messages from other members of a cluster do not pass through here.
 *
 * <p>Nothing is thrown at the publisher; a message that is not an event is counted by {@link Rejections}.
 */
final class EventBusReceiver implements Handler<DeliveryContext<Object>>, AutoCloseable {

    private final EventBus bus;
    private final String address;
    private final DiagnosticsChannel channel;
    private final EventDecoder decoder;

    private EventBusReceiver(EventBus bus, String address, DiagnosticsChannel channel) {
        this.bus = bus;
        this.address = address;
        this.channel = channel;
        this.decoder = EventDecoder.create(channel.rejections());
    }

    /** Publishes on a channel whatever is published at an address from now on, until this is closed. */
    static EventBusReceiver open(EventBus bus, String address, DiagnosticsChannel channel) {
        EventBusReceiver receiver = new EventBusReceiver(bus, address, channel);
        bus.addOutboundInterceptor(receiver);
        return receiver;
    }

    @Override
    public void handle(DeliveryContext<Object> delivery) {
        if (address.equals(delivery.message().address())) {
            receive(delivery.body());
        }
        delivery.next(); // other consumers at this address get it as ever
    }

    private void receive(Object body) {
        decoder.decode(MessageText.of(body))
                .ifPresentOrElse(
                        it -> channel.publish(it.event(), it.provenance()),
                        () -> channel.rejections().countUnreadable("the message is not an event"));
    }

    @Override
    public void close() {
        bus.removeOutboundInterceptor(this);
    }
}
