/** A batch of Kafka records to decoded events, or quarantined ones. */
@NullMarked
package dev.triad.ledger.intake;

import org.jspecify.annotations.NullMarked;
