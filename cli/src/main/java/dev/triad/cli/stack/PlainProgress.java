package dev.triad.cli.stack;

import java.io.PrintStream;
import java.time.Duration;

/** One line for each thing that happens: for logs, pipes and simple terminals. */
final class PlainProgress implements Progress {
    private final PrintStream out;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(Component component) {
        line(component, "starting");
    }

    @Override
    public void ready(Component component, Duration took) {
        line(component, "ready after " + Seconds.of(took));
    }

    @Override
    public void failed(Component component) {
        line(component, "failed");
    }

    @Override
    public void stopping(Component component) {
        line(component, "stopping");
    }

    @Override
    public void stopped(Component component) {
        line(component, "stopped");
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    private void line(Component component, String what) {
        say("%-9s %s".formatted(component.label(), what));
    }
}
