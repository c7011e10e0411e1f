package dev.triad.cli.stack;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a running stack.
 *
 * @param process absent until it has been launched
 * @param restarts how often it was started again after it had died
 */
public record ComponentRun(
        Component component, int port, @Nullable ProcessId process, int restarts) {
    public ComponentRun {
        Objects.requireNonNull(component, "component");
    }

    static ComponentRun waiting(Component component, int port) {
        return new ComponentRun(component, port, null, 0);
    }

    Optional<ProcessId> running() {
        return Optional.ofNullable(process).filter(ProcessId::isAlive);
    }

    ComponentRun launched(ProcessId launched, int restarted) {
        return new ComponentRun(component, port, launched, restarted);
    }
}
