/**
 * How long the codec takes: JMH benchmarks, run by {@code mvn -pl events test-compile exec:exec@bench}. See
 * {@code docs/performance.md}, section Codec.
 */
@NullMarked
package dev.triad.events.bench;

import org.jspecify.annotations.NullMarked;
