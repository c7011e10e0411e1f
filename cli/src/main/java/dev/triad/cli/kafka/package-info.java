/** Events to Kafka, as every command sends them. */
@NullMarked
package dev.triad.cli.kafka;

import org.jspecify.annotations.NullMarked;
