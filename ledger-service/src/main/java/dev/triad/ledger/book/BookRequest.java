package dev.triad.ledger.book;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A book that is asked for. */
public record BookRequest(
        @NotNull @Schema(description = "Its name, which any question takes as book=")
        String book,

        @NotNull String group,
        @NotNull @Size(min = 1, max = 256) String title,
        @NotNull @Valid PolicyView policy) {}
