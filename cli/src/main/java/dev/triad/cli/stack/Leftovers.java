package dev.triad.cli.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a supervisor that was killed leaves running: the processes that it had written down. */
final class Leftovers {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Leftovers() {}

    /** Stops them, services first. Returns how many there were. To be called when no supervisor runs. */
    static int stop(DataDirectory data, PrintStream out) throws InterruptedException {
        RunFile file = new RunFile(data.runFile());
        List<ComponentRun> left = file.read().map(Leftovers::alive).orElse(List.of());
        for (ComponentRun run : left.reversed()) {
            out.printf(
                    "Stopping %s, which an earlier run left behind.%n",
                    run.component().label());
            stop(run);
        }
        Optional<Postmaster> postmaster = Postmaster.find(data.postgres());
        if (postmaster.isPresent()) {
            postmaster.get().stop(LONGEST);
        }
        file.delete();
        return left.size();
    }

    private static List<ComponentRun> alive(RunState state) {
        List<ComponentRun> alive = new ArrayList<>();
        for (ComponentRun run : state.components()) {
            if (run.running().isPresent()) {
                alive.add(run);
            }
        }
        return alive;
    }

    private static void stop(ComponentRun run) throws InterruptedException {
        Optional<ProcessId> process = run.running();
        if (process.isEmpty()) {
            return;
        }
        if (run.component() == Component.POSTGRES) {
            new Postmaster(process.get()).stop(LONGEST);
            return;
        }
        process.get().find().ifPresent(ProcessHandle::destroy);
        if (!Waiting.until(LONGEST, () -> !process.get().isAlive())) {
            process.get().find().ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
