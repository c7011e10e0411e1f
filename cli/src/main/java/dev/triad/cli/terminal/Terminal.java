package dev.triad.cli.terminal;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** What the output goes to. */
public final class Terminal {
    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(1);

    private Terminal() {}

    /** Whether a person watches who can be shown lines that change in place. */
    public static boolean isLive() {
        return isTerminal() && !isDumb() && System.getenv("NO_COLOR") == null;
    }

    /** Whether input and output are a terminal, and not a file or a pipe. */
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whether text may be coloured: on a terminal that can, unless NO_COLOR says not to (no-color.org). */
    public static boolean hasColours() {
        String noColour = System.getenv("NO_COLOR");
        return isTerminal() && !isDumb() && (noColour == null || noColour.isEmpty());
    }

    /** How many characters a line has at the moment, as {@code stty} tells; empty where it does not. */
    public static OptionalInt width() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            boolean ended = stty.waitFor(ANSWER_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
            int columns = ended && size.matches("\\d{1,5} \\d{1,5}") ? Integer.parseInt(size.split(" ", 2)[1]) : 0;
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static boolean isDumb() {
        return "dumb".equals(System.getenv("TERM"));
    }
}
