package dev.triad.store.order;

import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.signature.EventReader;
import dev.triad.simulation.runner.UnitObserver;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.simulation.startup.LogListener;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The latest orders of the stores, in memory: a read model of the log. It is rebuilt at the start from
 * the latest records of {@value dev.triad.events.Topics#SALES}, and follows what Kafka acknowledges.
 */
@Singleton
public class OrderBook implements LogListener, UnitObserver {
    /** How many orders are kept; the oldest go first, and are unknown to commands from then on. */
    public static final int ORDERS_MAX = 50_000;

    private record Key(Source source, String order) {}

    private final EventReader reader;
    private final Set<Source> stores;
    private final Map<Key, Order> orders = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Order> eldest) {
            return size() > ORDERS_MAX;
        }
    };

    OrderBook(EventReader reader, Scenarios scenarios) {
        this.reader = reader;
        stores = scenarios.all().stream()
                .filter(scenario -> scenario.store() != null)
                .map(OrderBook::store)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Source store(Scenario scenario) {
        return scenario.source(scenario.store() == null ? "" : scenario.store().unit());
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SALES);
    }

    @Override
    public void replay(ConsumerRecord<byte[], byte[]> record) {
        try {
            String source = KafkaBinding.optional(record.headers(), KafkaBinding.SOURCE);
            // The source is looked at before the rest is read: most sales may be other groups'.
            if (source != null && stores.contains(Source.parse(source))) {
                recorded(reader.read(record));
            }
        } catch (InvalidEventException e) {
            // What a store writes can be read; the ledger sets the rest aside with its reason.
            return;
        }
    }

    @Override
    public synchronized void recorded(CloudEvent event) {
        switch (event.data()) {
            case SaleRecorded sale -> orders.putIfAbsent(key(event), new Order(event, sale));
            case SaleReturned _ -> admits(event);
            default -> {
                // Nothing else is an order's.
            }
        }
    }

    /** Holds the quantities of a return, also a simulated one, so that nothing comes back twice. */
    @Override
    public synchronized boolean admits(CloudEvent event) {
        if (!(event.data() instanceof SaleReturned returned)) {
            return true;
        }
        Order order = orders.get(key(event));
        return order == null || order.note(event.id(), returned).isEmpty();
    }

    /** Lets go what was held for a return. */
    synchronized void forget(CloudEvent event) {
        Order order = orders.get(key(event));
        if (order != null) {
            order.forget(event.id());
        }
    }

    /** Looks at an order while nobody changes it. */
    synchronized <T> Optional<T> look(Source store, String order, Function<Order, T> view) {
        return Optional.ofNullable(orders.get(new Key(store, order))).map(view);
    }

    private static Key key(CloudEvent event) {
        return new Key(event.source(), event.subject());
    }
}
