package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.events.CloudEvent;
import java.util.List;
import java.util.Optional;

/** Sends nothing and asks nobody: what a file would give. */
public final class DryRun implements Delivery {
    private long events;

    @Override
    public Optional<KnownGroup> group(String name) {
        return Optional.empty();
    }

    @Override
    public void accept(CloudEvent event) {
        events++;
    }

    @Override
    public Delivered finish() {
        return new Delivered(events, 0, 0, 0, 0, 0, 0, 0, false, List.of());
    }

    @Override
    public void close() {}
}
