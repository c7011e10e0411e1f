/** How the services find out who asks, and refuse: bearer tokens, the console's cookie, problems. */
@NullMarked
package dev.triad.access.web;

import org.jspecify.annotations.NullMarked;
