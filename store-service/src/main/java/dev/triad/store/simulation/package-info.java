/** The store's simulated trade. Pure, but for the bean that hosts it. */
@NullMarked
package dev.triad.store.simulation;

import org.jspecify.annotations.NullMarked;
