/** The way out: events to Kafka, complete when Kafka has acknowledged them. */
@NullMarked
package dev.triad.simulation.emission;

import org.jspecify.annotations.NullMarked;
