/** What a day cost: load, capacity, fixed and variable cost, and new rates. Pure. */
@NullMarked
package dev.triad.cloud.settlement;

import org.jspecify.annotations.NullMarked;
