@NullMarked
package dev.triad.access.web;

import org.jspecify.annotations.NullMarked;
