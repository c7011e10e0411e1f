package dev.triad.cli.imports.format;

import java.util.Optional;

/** The groups that the ledger has. */
public interface KnownGroups {
    /** The group as the ledger has it; empty when it has none, or does not answer. */
    Optional<KnownGroup> group(String name);
}
