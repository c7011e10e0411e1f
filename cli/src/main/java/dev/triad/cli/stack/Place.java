package dev.triad.cli.stack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the supervisor knows of one component: how it starts, and the process that it is at the moment. */
final class Place {
    private final Component component;
    private final Starter starter;
    private final Restarts restarts = new Restarts();
    private @Nullable Running running;
    private boolean ready;

    Place(Component component, Starter starter) {
        this.component = component;
        this.starter = starter;
    }

    Component component() {
        return component;
    }

    Starter starter() {
        return starter;
    }

    Restarts restarts() {
        return restarts;
    }

    synchronized void launched(Running process) {
        running = process;
    }

    synchronized void answers() {
        ready = true;
    }

    synchronized boolean isReady() {
        return ready;
    }

    synchronized Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /** The process, once, if it answered before and has ended since. */
    synchronized Optional<Running> takeDead() {
        if (!ready || running == null || running.isAlive()) {
            return Optional.empty();
        }
        Running dead = running;
        running = null;
        ready = false;
        return Optional.of(dead);
    }
}
