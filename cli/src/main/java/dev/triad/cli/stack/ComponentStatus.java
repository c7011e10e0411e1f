package dev.triad.cli.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code triad status}.
 *
 * @param memoryBytes what its processes hold of the machine's memory, shared parts counted once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComponentStatus(
        String name,
        Condition state,
        int port,
        @Nullable Long pid,
        @Nullable Long uptimeSeconds,
        @Nullable Long memoryBytes,
        int restarts) {

    /** Looks at the process, and asks it. */
    static ComponentStatus of(ComponentRun run) {
        Optional<ProcessId> alive = run.running();
        return new ComponentStatus(
                run.component().label(),
                condition(run, alive.isPresent()),
                run.port(),
                alive.map(ProcessId::pid).orElse(null),
                alive.flatMap(ProcessId::find)
                        .flatMap(ComponentStatus::uptimeSeconds)
                        .orElse(null),
                alive.flatMap(ProcessId::find).map(Memory::bytes).orElse(null),
                run.restarts());
    }

    private static Optional<Long> uptimeSeconds(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Math.max(0, Duration.between(start, Instant.now()).toSeconds()));
    }

    private static Condition condition(ComponentRun run, boolean alive) {
        if (!alive) {
            return run.process() == null ? Condition.WAITING : Condition.DOWN;
        }
        boolean answers = run.component().isService() ? Health.isReady(run.port()) : PortCheck.answers(run.port());
        return answers ? Condition.UP : Condition.STARTING;
    }
}
