package dev.triad.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured, as {@code --json} writes it.
 *
 * @param machine what it was measured on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchReport(Machine machine, @Nullable DrainReport drain) {}
