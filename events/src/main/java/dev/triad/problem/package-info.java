/** How every service says no: RFC 9457 problems with a stable code. */
@NullMarked
package dev.triad.problem;

import org.jspecify.annotations.NullMarked;
