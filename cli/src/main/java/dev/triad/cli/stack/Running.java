package dev.triad.cli.stack;

import java.time.Duration;

/** A component's process, from its launch on. */
sealed interface Running permits JavaProcess, Postmaster {
    ProcessId id();

    /** Asks for an orderly end, and returns at once. */
    void askToStop();

    /** What the system says of a process that has ended, such as {@code exit code 137}. */
    String ending();

    default boolean isAlive() {
        return id().isAlive();
    }

    /** Asks for an orderly end, waits for it no longer than this, then ends the process. */
    default void stop(Duration longest) throws InterruptedException {
        askToStop();
        if (!Waiting.until(longest, () -> !isAlive())) {
            id().find().ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
