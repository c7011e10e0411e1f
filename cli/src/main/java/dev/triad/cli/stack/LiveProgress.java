package dev.triad.cli.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A board with a line for each component, drawn again in place while anything on it moves. */
final class LiveProgress implements Progress {
    private static final long MILLIS_BETWEEN_FRAMES = 100;
    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String CLEAR_BELOW = "\u001b[J";

    private enum Phase {
        WAITING,
        STARTING,
        READY,
        FAILED,
        STOPPING,
        STOPPED
    }

    private record Line(Phase phase, long sinceNanos, String note) {}

    private final PrintStream out;
    private final Map<Component, Line> lines = new EnumMap<>(Component.class);
    private int drawn;
    private int frame;

    LiveProgress(PrintStream out, Set<Component> components) {
        this.out = out;
        for (Component component : components) {
            lines.put(component, new Line(Phase.WAITING, System.nanoTime(), ""));
        }
        Thread.ofPlatform().daemon().name("progress").start(this::animate);
    }

    @Override
    public void starting(Component component) {
        change(component, Phase.STARTING, "");
    }

    @Override
    public void ready(Component component, Duration took) {
        change(component, Phase.READY, Seconds.of(took));
    }

    @Override
    public void failed(Component component) {
        change(component, Phase.FAILED, "");
    }

    @Override
    public void stopping(Component component) {
        change(component, Phase.STOPPING, "");
    }

    @Override
    public void stopped(Component component) {
        change(component, Phase.STOPPED, "");
    }

    /** What is said stays where it is, and the board goes on below it only when it moves again. */
    @Override
    public synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
        drawn = 0;
    }

    private synchronized void change(Component component, Phase phase, String note) {
        lines.put(component, new Line(phase, System.nanoTime(), note));
        draw();
    }

    private void animate() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_FRAMES);
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tick() {
        boolean moving = lines.values().stream()
                .anyMatch(line -> line.phase() == Phase.STARTING || line.phase() == Phase.STOPPING);
        if (moving) {
            frame = (frame + 1) % SPINNER.length;
            draw();
        }
    }

    private void draw() {
        StringBuilder board = new StringBuilder();
        if (drawn > 0) {
            board.append("\u001b[").append(drawn).append('A');
        }
        board.append('\r').append(CLEAR_BELOW);
        lines.forEach((component, line) -> board.append("  ")
                .append("%s %-9s %s".formatted(sign(line.phase()), component.label(), words(component, line)))
                .append(System.lineSeparator()));
        drawn = lines.size();
        out.print(board);
        out.flush();
    }

    private String sign(Phase phase) {
        return switch (phase) {
            case WAITING -> DIM + "·" + PLAIN;
            case STARTING, STOPPING -> SPINNER[frame];
            case READY -> GREEN + "✓" + PLAIN;
            case FAILED -> RED + "✗" + PLAIN;
            case STOPPED -> DIM + "■" + PLAIN;
        };
    }

    private static String words(Component component, Line line) {
        String elapsed = Seconds.of(Duration.ofNanos(System.nanoTime() - line.sinceNanos()));
        return switch (line.phase()) {
            case WAITING -> DIM + waitsFor(component) + PLAIN;
            case STARTING -> "starting, " + elapsed;
            case READY -> "ready after " + line.note();
            case FAILED -> "failed";
            case STOPPING -> "stopping, " + elapsed;
            case STOPPED -> "stopped";
        };
    }

    private static String waitsFor(Component component) {
        return component.needs().isEmpty()
                ? "waits"
                : "waits for "
                        + String.join(
                                " and ",
                                component.needs().stream()
                                        .sorted()
                                        .map(Component::label)
                                        .toList());
    }
}
