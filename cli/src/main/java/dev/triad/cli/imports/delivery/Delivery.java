package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.events.CloudEvent;
import java.util.Optional;

/** Where the events of an import go. */
public interface Delivery extends AutoCloseable {
    /** The group as the ledger has it; empty when it has none, or does not answer. */
    Optional<KnownGroup> group(String name);

    /**
     * Takes an event; it may be on its way a while before it is sent.
     *
     * @throws DeliveryException when Kafka does not take it
     */
    void accept(CloudEvent event);

    /**
     * Sends what is left and waits for what becomes of it.
     *
     * @throws DeliveryException when Kafka does not take it
     */
    Delivered finish();

    @Override
    void close();
}
