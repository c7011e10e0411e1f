/** Coverage-guided fuzzing: what runs the fuzz tests of all modules, and says what came of it. */
@NullMarked
package dev.triad.fuzz;

import org.jspecify.annotations.NullMarked;
