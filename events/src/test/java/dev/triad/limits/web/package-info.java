@NullMarked
package dev.triad.limits.web;

import org.jspecify.annotations.NullMarked;
