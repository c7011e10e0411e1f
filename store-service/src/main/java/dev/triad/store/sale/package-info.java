/** What an order comes to, by the way in which the store earns. Pure. */
@NullMarked
package dev.triad.store.sale;

import org.jspecify.annotations.NullMarked;
