@NullMarked
package dev.triad.store.request;

import org.jspecify.annotations.NullMarked;
