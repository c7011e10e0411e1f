/** What the store offers. */
@NullMarked
package dev.triad.store.catalogue;

import org.jspecify.annotations.NullMarked;
