/**
 * The fault suite: makes real processes fail at random moments of a running drain, and holds the books to an
 * oracle that knows them to the last unit.
 */
@NullMarked
package dev.triad.cli.faults;

import org.jspecify.annotations.NullMarked;
