package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.format.KnownGroups;
import dev.triad.events.CloudEvent;

/** Where the events of an import go. */
public interface Delivery extends KnownGroups, AutoCloseable {
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
