/**
 * Who said it: signatures of events, by keys that a producer shares with whoever checks it, and what each producer may
 * say. Nothing here knows of a framework.
 */
@NullMarked
package dev.triad.signature;

import org.jspecify.annotations.NullMarked;
