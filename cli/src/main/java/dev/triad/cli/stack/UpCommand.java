package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import dev.triad.cli.access.LocalIssuer;
import dev.triad.cli.signing.LocalKeys;
import dev.triad.cli.terminal.Terminal;
import dev.triad.events.BrokerAccess;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack and stays until it is stopped. */
@Command(
        name = "up",
        description = "Starts Kafka, PostgreSQL and the four services, and runs until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  ./triad up",
            "  ./triad up --only kafka,postgres",
            "  ./triad up --ledger-port 9080",
            "  ./triad up --secure-api --secure-events"
        })
public final class UpCommand implements Callable<Integer> {
    private static final Duration STOP_LONGEST = Duration.ofSeconds(30);

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Starts these components alone, with what they need: ${COMPLETION-CANDIDATES}.")
    private final Set<Component> only = EnumSet.noneOf(Component.class);

    @Option(
            names = "--no-simulation",
            description = "Starts the units without their simulated trade; they still take commands.")
    private boolean noSimulation;

    @Option(
            names = "--secure-api",
            description =
                    "The services ask who asks: for tokens such as ./triad token makes; without, everybody may all.")
    private boolean secureApi;

    @Option(
            names = "--secure-events",
            description = "The units sign their events, each by a key of its own, and the ledger believes nobody else."
                    + " A stack that began with it goes on with it, until ./triad reset.")
    private boolean secureEvents;

    @Override
    public Integer call() throws InterruptedException {
        Platform.check();
        DataDirectory directory = data.directory();
        directory.create();
        RunLock lock = RunLock.take(directory).orElseThrow(() -> alreadyRunning(directory));
        try (lock) {
            EnumSet<Component> components = only.isEmpty() ? EnumSet.allOf(Component.class) : Component.withNeeds(only);
            run(directory, ports.ports(), components);
        }
        return ExitCode.FAILED;
    }

    private void run(DataDirectory directory, Ports ports, Set<Component> components) throws InterruptedException {
        PrintStream out = System.out;
        Leftovers.stop(directory, out);
        DiskSpace.check(directory.root(), DiskSpace.BYTES_LEAST);
        PortCheck.check(ports, components);
        components.forEach(component -> LogFile.beginNew(directory.log(component)));

        long begin = System.nanoTime();
        out.println("Triad is starting; its data is in " + directory.root());
        RunRecord record = RunRecord.begin(new RunFile(directory.runFile()), components, ports);
        LocalKeys keys = LocalKeys.in(directory.signing());
        boolean signing = secureEvents || keys.areInUse();
        Supervisor supervisor = new Supervisor(
                signing ? signingStarters(components, directory, ports, keys) : starters(components, directory, ports),
                directory,
                record,
                progress(out, components),
                STOP_LONGEST);
        StopAtExit stopAtExit = StopAtExit.register(supervisor);
        try {
            if (supervisor.start()) {
                Welcome.print(out, directory, ports, components, Duration.ofNanos(System.nanoTime() - begin));
                if (secureApi) {
                    out.println("It asks who asks. For commands: export TRIAD_TOKEN=$(./triad token --role operator"
                            + " --all-groups); the page takes a token to sign in.");
                }
                if (signing) {
                    out.println(
                            "Its events are signed, and nobody else's are believed; ./triad import signs by itself.");
                }
                supervisor.watch();
            }
        } catch (CommandException e) {
            stopAtExit.stopNow();
            throw e;
        }
    }

    private Map<Component, Starter> starters(Set<Component> components, DataDirectory directory, Ports ports) {
        Map<String, String> settings = settings(directory);
        return Starters.of(components, directory, ports, false, _ -> settings);
    }

    /** Signing begins when the broker is there and nobody has written to it yet. */
    private Map<Component, Starter> signingStarters(
            Set<Component> components, DataDirectory directory, Ports ports, LocalKeys keys) {
        keys.make();
        Map<String, String> settings = settings(directory);
        Map<Component, Starter> starters =
                Starters.of(components, directory, ports, false, component -> together(settings, keys, component));
        BrokerAccess broker = BrokerAccess.open("127.0.0.1:" + ports.of(Component.KAFKA));
        starters.computeIfPresent(Component.KAFKA, (_, starter) -> launched -> {
            starter.start(launched);
            keys.begin(broker);
        });
        return starters;
    }

    private static Map<String, String> together(Map<String, String> settings, LocalKeys keys, Component component) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(keys.settings(component.label()));
        return all;
    }

    private Map<String, String> settings(DataDirectory directory) {
        Map<String, String> settings = new HashMap<>();
        if (noSimulation) {
            settings.put("TRIAD_SIMULATION_ENABLED", "false");
        }
        if (secureApi) {
            settings.putAll(LocalIssuer.in(directory.access()).settings());
        }
        return settings;
    }

    private static Progress progress(PrintStream out, Set<Component> components) {
        return Terminal.isLive() ? new LiveProgress(out, components) : new PlainProgress(out);
    }

    private static CommandException alreadyRunning(DataDirectory directory) {
        String urls = new RunFile(directory.runFile())
                .readRunning()
                .map(Welcome::urls)
                .orElse("");
        return new CommandException(
                "Triad is running already." + urls + System.lineSeparator() + "To stop it: ./triad down",
                ExitCode.RUNNING);
    }
}
