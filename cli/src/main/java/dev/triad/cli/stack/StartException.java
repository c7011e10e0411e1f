package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.nio.file.Path;
import java.util.List;

/** A component did not come up, or went away for good; the message ends with the last lines of its log. */
final class StartException extends CommandException {
    private static final long serialVersionUID = 1L;

    private static final int LINES_MAX = 15;

    StartException(Component component, String why, Path log) {
        super(message(component, why, log));
    }

    private static String message(Component component, String why, Path log) {
        List<String> lines = LogFile.tail(log, LINES_MAX);
        String newLine = System.lineSeparator();
        String end = lines.isEmpty() ? "" : newLine + "    " + String.join(newLine + "    ", lines);
        return "%s %s. The end of its log, %s:%s".formatted(component.label(), why, log, end);
    }
}
