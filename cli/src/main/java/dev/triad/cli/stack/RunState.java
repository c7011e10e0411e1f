package dev.triad.cli.stack;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a running stack tells the other commands: who supervises, and where each component is. */
public record RunState(ProcessId supervisor, Instant since, List<ComponentRun> components) {
    public RunState {
        Objects.requireNonNull(supervisor, "supervisor");
        Objects.requireNonNull(since, "since");
        components = List.copyOf(components);
    }

    public Optional<ComponentRun> find(Component component) {
        return components.stream().filter(run -> run.component() == component).findFirst();
    }

    RunState with(ComponentRun changed) {
        return new RunState(
                supervisor,
                since,
                components.stream()
                        .map(run -> run.component() == changed.component() ? changed : run)
                        .toList());
    }
}
