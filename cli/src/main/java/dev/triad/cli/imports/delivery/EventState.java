package dev.triad.cli.imports.delivery;

import java.util.Optional;

/** What the ledger says of an event that it knows. */
public enum EventState {
    POSTED,
    /** In suspense, until its group, rate or sale arrives. */
    WAITING,
    /** It can never be posted as it stands. */
    QUARANTINED;

    static Optional<EventState> byName(String name) {
        return switch (name) {
            case "posted" -> Optional.of(POSTED);
            case "waiting" -> Optional.of(WAITING);
            case "quarantined" -> Optional.of(QUARANTINED);
            default -> Optional.empty();
        };
    }
}
