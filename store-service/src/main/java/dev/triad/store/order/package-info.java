/** Orders and returns: the commands, and the book of the latest orders. */
@NullMarked
package dev.triad.store.order;

import org.jspecify.annotations.NullMarked;
