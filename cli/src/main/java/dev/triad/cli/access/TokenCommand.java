package dev.triad.cli.access;

import dev.triad.access.Role;
import dev.triad.access.Scope;
import dev.triad.cli.ExitCode;
import dev.triad.cli.stack.DataOption;
import dev.triad.events.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triad token} makes a token for the stack on this machine, and prints it alone. */
@Command(
        name = "token",
        description = "Makes a token for the local stack, which asks for one when it was started with --secure-api.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./triad token --role reader --group amazon",
            "  export TRIAD_TOKEN=$(./triad token --role operator --all-groups --hours 1)"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call().
public final class TokenCommand implements Callable<Integer> {
    private static final int HOURS_MAX = 24 * 31;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "${COMPLETION-CANDIDATES}; each of them may read. Several with commas between.")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Option(
            names = {"-g", "--group"},
            split = ",",
            paramLabel = "G",
            description = "The groups that the holder sees, and no other.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--all-groups", description = "The holder sees all groups.")
    private boolean allGroups;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "8",
            description = "How long it holds (${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Whose it is, for people to read.")
    private String name;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        if (allGroups == !groups.isEmpty() || !groups.stream().allMatch(Names::isName)) {
            throw usage("Name the groups that the holder sees with --group, such as amazon, or all with --all-groups.");
        }
        if (hours < 1 || hours > HOURS_MAX) {
            throw usage("--hours must be 1 to %d, not %d.".formatted(HOURS_MAX, hours));
        }
        LocalIssuer issuer = LocalIssuer.in(data.directory().access());
        spec.commandLine()
                .getOut()
                .println(issuer.token(name, roles, allGroups ? List.of(Scope.ANY) : groups, Duration.ofHours(hours)));
        return ExitCode.OK;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
