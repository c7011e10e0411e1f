package dev.triad.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A process named so that it cannot be mistaken for another one: process ids are used again, but not with
 * the same start.
 */
record ProcessId(long pid, Instant startedAt) {
    /** The system's clock may be set between two readings of the same start. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    ProcessId {
        Objects.requireNonNull(startedAt, "startedAt");
    }

    static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static ProcessId current() {
        return of(ProcessHandle.current());
    }

    /** The process itself, when it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    boolean isAlive() {
        return find().isPresent() && !isZombie();
    }

    private boolean isSame(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0;
    }

    /** A dead process whose parent never asks after it stays listed; in containers that is common. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
