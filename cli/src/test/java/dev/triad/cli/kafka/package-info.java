@NullMarked
package dev.triad.cli.kafka;

import org.jspecify.annotations.NullMarked;
