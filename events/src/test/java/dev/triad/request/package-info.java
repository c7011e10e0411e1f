@NullMarked
package dev.triad.request;

import org.jspecify.annotations.NullMarked;
