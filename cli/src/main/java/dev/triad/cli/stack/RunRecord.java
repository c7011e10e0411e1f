package dev.triad.cli.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the run file in step with what the supervisor does. */
final class RunRecord {
    private final RunFile file;
    private RunState state;

    private RunRecord(RunFile file, RunState state) {
        this.file = file;
        this.state = state;
    }

    /** Announces this process as the supervisor of these components. */
    static RunRecord begin(RunFile file, Iterable<Component> components, Ports ports) {
        List<ComponentRun> runs = new ArrayList<>();
        components.forEach(component -> runs.add(ComponentRun.waiting(component, ports.of(component))));
        RunRecord record = new RunRecord(file, new RunState(ProcessId.current(), Instant.now(), runs));
        file.write(record.state);
        return record;
    }

    synchronized void launched(Component component, ProcessId process, int restarts) {
        state.find(component).ifPresent(run -> {
            state = state.with(run.launched(process, restarts));
            file.write(state);
        });
    }

    synchronized void end() {
        file.delete();
    }
}
