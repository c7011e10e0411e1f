/** Reads single records back from Kafka, the system of record. */
@NullMarked
package dev.triad.ledger.log;

import org.jspecify.annotations.NullMarked;
