/** The real components that every module's tests run against: a broker and a database. */
@NullMarked
package dev.triad.testing;

import org.jspecify.annotations.NullMarked;
