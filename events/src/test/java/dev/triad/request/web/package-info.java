@NullMarked
package dev.triad.request.web;

import org.jspecify.annotations.NullMarked;
