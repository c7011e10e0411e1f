/** What the build does last: every Java writes down what makes its next start quick. */
@NullMarked
package dev.triad.cli.prepare;

import org.jspecify.annotations.NullMarked;
