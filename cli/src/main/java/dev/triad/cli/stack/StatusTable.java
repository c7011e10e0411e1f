package dev.triad.cli.stack;

import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The status as a table for people. */
final class StatusTable {
    private static final String ROW = "%-10s %-9s %8s %6s  %-12s %9s  %s";
    private static final long MEBIBYTE = 1L << 20;

    private StatusTable() {}

    static String of(StackStatus status) {
        if (!status.running()) {
            return "Triad is not running. To start it: ./triad up";
        }
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(ROW.formatted("component", "state", "pid", "port", "uptime", "memory", "")
                .stripTrailing());
        status.components().forEach(component -> table.add(row(component)));
        return table.toString();
    }

    private static String row(ComponentStatus component) {
        String restarts = component.restarts() == 0 ? "" : "restarts: " + component.restarts();
        return ROW.formatted(
                        component.name(),
                        component.state().label(),
                        orDash(component.pid()),
                        component.port(),
                        uptime(component.uptimeSeconds()),
                        memory(component.memoryBytes()),
                        restarts)
                .stripTrailing();
    }

    private static String orDash(@Nullable Long value) {
        return value == null ? "-" : value.toString();
    }

    private static String uptime(@Nullable Long seconds) {
        return seconds == null ? "-" : Seconds.longer(Duration.ofSeconds(seconds));
    }

    private static String memory(@Nullable Long bytes) {
        return bytes == null ? "-" : bytes / MEBIBYTE + " MiB";
    }
}
