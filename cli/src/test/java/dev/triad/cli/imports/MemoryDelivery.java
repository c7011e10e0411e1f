package dev.triad.cli.imports;

import dev.triad.cli.imports.delivery.Delivered;
import dev.triad.cli.imports.delivery.Delivery;
import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the events in memory, and knows a group when told to. */
final class MemoryDelivery implements Delivery {
    private final @Nullable KnownGroup group;
    private final List<CloudEvent> events = new ArrayList<>();

    MemoryDelivery() {
        this(null);
    }

    MemoryDelivery(@Nullable KnownGroup group) {
        this.group = group;
    }

    List<CloudEvent> events() {
        return events;
    }

    /** The events that carry this, in the order in which they were sent. */
    List<CloudEvent> events(Class<? extends Event> data) {
        return events.stream().filter(event -> data.isInstance(event.data())).toList();
    }

    <T extends Event> List<T> data(Class<T> data) {
        return events(data).stream().map(event -> data.cast(event.data())).toList();
    }

    @Override
    public Optional<KnownGroup> group(String name) {
        return Optional.ofNullable(group);
    }

    @Override
    public void accept(CloudEvent event) {
        events.add(event);
    }

    @Override
    public Delivered finish() {
        return new Delivered(events.size(), 0, events.size(), 0, events.size(), 0, 0, 0, false, List.of());
    }

    @Override
    public void close() {}
}
