/** What names one request in answers and logs. */
@NullMarked
package dev.triad.request;

import org.jspecify.annotations.NullMarked;
