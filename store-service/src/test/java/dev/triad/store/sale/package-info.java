@NullMarked
package dev.triad.store.sale;

import org.jspecify.annotations.NullMarked;
