package dev.triad.rights;

import dev.triad.events.Topics;
import dev.triad.rights.Right.Deed;
import dev.triad.rights.Right.Thing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who signs in to the log, and all that they may do there. What does not stand here, nobody may. */
public enum LogUser {
    /** Sells, and meets requests; reads its sales again when it starts. */
    STORE(
            "store-service",
            List.of(Topics.COSTS, Topics.SALES, Topics.USAGE, Topics.SIMULATION),
            List.of(Topics.SALES, Topics.REQUESTS, Topics.SIMULATION),
            List.of("store-service")),
    /** Declares the group and its rates, meters, and reads all usage to know its load. */
    CLOUD(
            "cloud-service",
            List.of(Topics.REFERENCE, Topics.COSTS, Topics.USAGE, Topics.SIMULATION),
            List.of(Topics.USAGE, Topics.SIMULATION),
            List.of("cloud-service")),
    /** Sells devices, meters them and asks for orders; reads what it said again when it starts. */
    DEVICE(
            "device-service",
            List.of(Topics.COSTS, Topics.SALES, Topics.USAGE, Topics.REQUESTS, Topics.SIMULATION),
            List.of(Topics.SALES, Topics.USAGE, Topics.REQUESTS, Topics.SIMULATION),
            List.of()),
    /** Posts all events; what it says itself are rates and closings. */
    LEDGER(
            "ledger-service",
            List.of(Topics.REFERENCE),
            Topics.EVENTS,
            List.of("triad-ledger", "triad-ledger-reference")),
    /** {@code ./triad import}: a file may hold events of every type. */
    IMPORT("import", Topics.EVENTS, List.of(), List.of()),
    /** {@code ./triad verify}, and whoever looks at the log. */
    VERIFY("verify", List.of(), Topics.EVENTS, List.of());

    private final String userName;
    private final List<String> writes;
    private final List<String> reads;
    private final List<String> groups;

    LogUser(String userName, List<String> writes, List<String> reads, List<String> groups) {
        this.userName = userName;
        this.writes = writes;
        this.reads = reads;
        this.groups = groups;
    }

    /** The name that it signs in with. */
    public String userName() {
        return userName;
    }

    /** The topics that it may write. */
    public List<String> writes() {
        return writes;
    }

    /** The topics that it may read. */
    public List<String> reads() {
        return reads;
    }

    /** The groups of consumers that it may be one of. */
    public List<String> groups() {
        return groups;
    }

    /** All that this user may do. */
    public Set<Right> rights() {
        return Stream.of(
                        rights(Thing.TOPIC, writes, Deed.WRITE),
                        rights(Thing.TOPIC, reads, Deed.READ),
                        rights(Thing.GROUP, groups, Deed.READ))
                .flatMap(some -> some)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that anybody may do. */
    public static Set<Right> allRights() {
        return Arrays.stream(values()).flatMap(user -> user.rights().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Right> rights(Thing thing, Collection<String> names, Deed deed) {
        return names.stream().map(name -> new Right(userName, thing, name, deed));
    }
}
