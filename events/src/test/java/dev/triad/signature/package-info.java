@NullMarked
package dev.triad.signature;

import org.jspecify.annotations.NullMarked;
