@NullMarked
package dev.triad.cloud.settlement;

import org.jspecify.annotations.NullMarked;
