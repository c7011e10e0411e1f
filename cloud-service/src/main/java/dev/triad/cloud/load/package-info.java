/** Usage as it is read from the log, settled day by day. */
@NullMarked
package dev.triad.cloud.load;

import org.jspecify.annotations.NullMarked;
