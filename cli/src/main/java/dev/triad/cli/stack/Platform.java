package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.util.Locale;

/** Holds a machine to the platforms for which a PostgreSQL can be had as a Maven artifact. */
final class Platform {
    private Platform() {}

    static void check() {
        check(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Takes the values of the JDK's {@code os.name} and {@code os.arch}. */
    static void check(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean knownSystem = name.equals("linux") || name.startsWith("mac");
        boolean knownArchitecture = switch (architecture) {
            case "amd64", "x86_64", "aarch64", "arm64" -> true;
            default -> false;
        };
        if (!knownSystem || !knownArchitecture) {
            throw new CommandException(("Triad runs on Linux and macOS, on 64-bit Intel and ARM processors; this is"
                            + " %s on %s, for which it has no PostgreSQL.")
                    .formatted(system, architecture));
        }
    }
}
