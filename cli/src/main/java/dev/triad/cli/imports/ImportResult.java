package dev.triad.cli.imports;

import dev.triad.cli.imports.delivery.Delivered;

/**
 * What an import came to.
 *
 * @param classes what the lines of the file were
 * @param delivered what became of their events
 * @param rejects the lines that could not be read
 * @param seconds how long reading and sending took, without waiting for the ledger
 */
record ImportResult(Classification classes, Delivered delivered, Rejects rejects, double seconds) {}
