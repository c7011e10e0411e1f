/** Holds back who asks too much, in the same way in every service. */
@NullMarked
package dev.triad.limits.web;

import org.jspecify.annotations.NullMarked;
