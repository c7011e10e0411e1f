/** Tests of how services say no. */
@NullMarked
package dev.triad.problem;

import org.jspecify.annotations.NullMarked;
