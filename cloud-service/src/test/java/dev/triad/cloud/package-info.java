@NullMarked
package dev.triad.cloud;

import org.jspecify.annotations.NullMarked;
