/**
 * The formats that an import reads, one small class each: rows in, events and a classification out. Pure: no
 * file, no Kafka, no ledger.
 */
@NullMarked
package dev.triad.cli.imports.format;

import org.jspecify.annotations.NullMarked;
