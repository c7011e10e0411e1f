@NullMarked
package dev.triad.operations;

import org.jspecify.annotations.NullMarked;
