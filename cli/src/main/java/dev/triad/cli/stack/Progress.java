package dev.triad.cli.stack;

import java.time.Duration;

/** Shows people how the stack comes up and goes down. Called from several threads. */
interface Progress {
    void starting(Component component);

    void ready(Component component, Duration took);

    void failed(Component component);

    void stopping(Component component);

    void stopped(Component component);

    /** A sentence of its own. */
    void say(String sentence);
}
