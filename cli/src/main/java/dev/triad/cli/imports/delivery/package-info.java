/**
 * The way of an import's events to the log: ask the ledger what it knows, send the rest to Kafka, wait until the
 * ledger knows them too. Kafka is the record; the ledger may come and go while an import runs.
 */
@NullMarked
package dev.triad.cli.imports.delivery;

import org.jspecify.annotations.NullMarked;
