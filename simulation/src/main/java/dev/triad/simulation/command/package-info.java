/** Commands from outside: accepted when Kafka has their event, and once for each idempotency key. */
@NullMarked
package dev.triad.simulation.command;

import org.jspecify.annotations.NullMarked;
