@NullMarked
package dev.triad.store.order;

import org.jspecify.annotations.NullMarked;
