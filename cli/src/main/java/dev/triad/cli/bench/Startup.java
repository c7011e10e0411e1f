package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Measures how long each component takes to be ready, one after the other, on data that is there already. */
final class Startup {
    private static final double MEBIBYTE = 1 << 20;
    private static final double MILLIS_A_SECOND = 1_000;
    private static final long BYTES_LEAST = 1L << 30;

    private final BenchOptions options;

    Startup(BenchOptions options) {
        this.options = options;
    }

    List<StartupReport> measure(PrintStream out) throws InterruptedException {
        Map<Component, List<Double>> seconds = new EnumMap<>(Component.class);
        Map<Component, List<Double>> mebibytes = new EnumMap<>(Component.class);
        Map<String, String> settings = Map.of("TRIAD_SIMULATION_ENABLED", "false");
        try (PrivateStack stack = PrivateStack.in(
                options.folder().resolve("startup"), EnumSet.allOf(Component.class), settings, BYTES_LEAST, out)) {
            // The first start makes the data folders and the tables, and is not counted.
            for (int round = 0; round <= options.rounds(); round++) {
                for (Component component : Component.values()) {
                    double took = stack.start(component).toMillis() / MILLIS_A_SECOND;
                    if (round > 0) {
                        add(seconds, component, took);
                        add(mebibytes, component, stack.memoryBytes(component) / MEBIBYTE);
                    }
                }
                for (Component component : List.of(Component.values()).reversed()) {
                    stack.stop(component);
                }
            }
        } catch (IOException e) {
            throw new CommandException("The components could not be started: " + e.getMessage());
        }
        options.clear();
        List<StartupReport> reports = new ArrayList<>();
        seconds.forEach((component, runs) -> reports.add(new StartupReport(
                component.label(), Spread.of(runs), Spread.of(mebibytes.getOrDefault(component, List.of())))));
        print(reports, out);
        return reports;
    }

    private static void add(Map<Component, List<Double>> figures, Component component, double figure) {
        figures.computeIfAbsent(component, _ -> new ArrayList<>()).add(figure);
    }

    private static void print(List<StartupReport> reports, PrintStream out) {
        Table table = new Table()
                .title("From launch to ready, one after the other, on data that is there already")
                .head();
        for (StartupReport report : reports) {
            table.row(report.component(), "s", report.seconds());
        }
        for (StartupReport report : reports) {
            table.row(report.component() + ": memory when ready", "MiB", report.memoryMebibytes());
        }
        table.print(out);
    }
}
