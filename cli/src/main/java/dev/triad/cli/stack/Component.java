package dev.triad.cli.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A process of the stack, in the order in which they can start: each after all that it needs. */
public enum Component {
    KAFKA(9092),
    POSTGRES(15432),
    STORE(8081, KAFKA),
    CLOUD(8082, KAFKA),
    DEVICE(8083, KAFKA),
    LEDGER(8080, KAFKA, POSTGRES);

    private final int defaultPort;
    private final Set<Component> needs;

    Component(int defaultPort, Component... needs) {
        this.defaultPort = defaultPort;
        this.needs = Set.of(needs);
    }

    /** The name that people see and type. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The option of {@code triad up} that sets the port. */
    public String portOption() {
        return "--" + label() + "-port";
    }

    public Set<Component> needs() {
        return needs;
    }

    /** Whether it is one of Triad's own services, which speak HTTP and tell their health. */
    public boolean isService() {
        return switch (this) {
            case KAFKA, POSTGRES -> false;
            case STORE, CLOUD, DEVICE, LEDGER -> true;
        };
    }

    /** The components asked for, together with all that they need. */
    static EnumSet<Component> withNeeds(Set<Component> asked) {
        EnumSet<Component> all = EnumSet.noneOf(Component.class);
        for (Component component : asked) {
            all.add(component);
            all.addAll(component.needs());
        }
        return all;
    }
}
