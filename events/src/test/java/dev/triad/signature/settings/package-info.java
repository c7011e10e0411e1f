@NullMarked
package dev.triad.signature.settings;

import org.jspecify.annotations.NullMarked;
