package dev.triad.cli.ask;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose books are asked for; where there is one group alone, it goes without saying. */
public final class GroupOption {
    @Option(
            names = {"-g", "--group"},
            paramLabel = "G",
            description = "The group, such as amazon; may be left out while there is one alone.")
    private @Nullable String group;

    /** The group that was named, or the only one. */
    public String of(LedgerClient ledger) {
        if (group != null) {
            return group;
        }
        List<String> groups = all(ledger);
        if (groups.isEmpty()) {
            throw new CommandException("The ledger knows no group yet: no event has declared one.");
        }
        if (groups.size() > 1) {
            throw new CommandException(
                    "There are several groups; name one with --group: " + String.join(", ", groups) + ".",
                    ExitCode.USAGE);
        }
        return groups.getFirst();
    }

    /** Whether one was named. */
    boolean isGiven() {
        return group != null;
    }

    /** The names of all groups that the ledger knows. */
    public static List<String> all(LedgerClient ledger) {
        return ledger.json(Question.of("groups"))
                .path("groups")
                .valueStream()
                .map(known -> known.path("group").asText())
                .toList();
    }
}
