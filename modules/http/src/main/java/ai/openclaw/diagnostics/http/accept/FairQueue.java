package ai.openclaw.diagnostics.http.accept;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients wait with, in the order in which it is passed on. Clients take turns, so that one that opens many connections
 * waits for itself; a client that had none in the queue is next. Of one client the newest goes first: when event loops are
 * behind, the connections that have waited longest are the likeliest to be given up. Not thread-safe.
 *
 * @param <T> the type of what is queued
 */
final class FairQueue<T> {

    private final Map<Object, Client<T>> clients = new HashMap<>();
    private final Deque<Client<T>> turns = new ArrayDeque<>();
    private int size;

    private record Client<T>(Object key, Deque<T> waiting) {

        int size() {
            return waiting.size();
        }
    }

    /**
     * Adds an item.
     *
     * @param key what all items of a client have, and no other's
     */
    void add(Object key, T item) {
        Client<T> client = clients.get(key);
        if (client == null) {
            client = new Client<>(key, new ArrayDeque<>());
            clients.put(key, client);
            turns.addFirst(client);
        }
        client.waiting().addFirst(item);
        size++;
    }

    /** Removes and returns the item that is next, or null. */
    @Nullable
    T poll() {
        Client<T> client = turns.pollFirst();
        if (client == null) {
            return null;
        }
        T next = client.waiting().removeFirst();
        size--;
        if (client.size() == 0) {
            clients.remove(client.key());
        } else {
            turns.addLast(client);
        }
        return next;
    }

    /** Removes and returns the oldest item of the client that has most. */
    T removeOldest() {
        Client<T> client =
                turns.stream().max(Comparator.comparingInt(Client::size)).orElseThrow();
        T oldest = client.waiting().removeLast();
        size--;
        if (client.size() == 0) {
            clients.remove(client.key());
            turns.remove(client);
        }
        return oldest;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
