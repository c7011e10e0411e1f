package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A process named so that it cannot be mistaken for another one: process ids are used again, but not with
 * the same start.
 *
 * @param start tells two processes of the same number apart, whatever the clock has been set to since:
 *     the system's boot and the tick in it where the system tells, else the time
 */
record ProcessId(long pid, String start) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Where the state and the start of a process stand, counted after its name. */
    private static final int STATE = 0;

    private static final int START = 19;

    ProcessId {
        Objects.requireNonNull(start, "start");
    }

    static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    static ProcessId current() {
        return of(ProcessHandle.current());
    }

    /** The process itself, when it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(start));
    }

    /** A dead process whose parent never asks after it stays listed, but it is as dead as any other. */
    boolean isAlive() {
        return find().isPresent()
                && !field(pid, STATE).map(state -> state.equals("Z")).orElse(false);
    }

    private static String startOf(ProcessHandle process) {
        return field(process.pid(), START)
                .map(tick -> boot() + "/" + tick)
                .orElseGet(() -> process.info().startInstant().toString());
    }

    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** A field of what Linux tells of a process; the name before the fields may hold anything. */
    private static Optional<String> field(long pid, int index) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(fields[index]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
