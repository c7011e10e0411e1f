/**
 * Runs the whole stack on one machine: a Kafka broker and a PostgreSQL from their Maven artifacts, and
 * the four services, each a process of its own, watched by one supervisor.
 */
@NullMarked
package dev.triad.cli.stack;

import org.jspecify.annotations.NullMarked;
