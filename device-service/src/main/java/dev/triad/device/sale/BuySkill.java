package dev.triad.device.sale;

import dev.triad.events.Names;
import dev.triad.simulation.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A purchase of a skill or another virtual good on a device.
 *
 * @param group whose unit; the first one that is hosted when absent
 * @param sku the good
 * @param quantity how many; 1 when absent
 * @param product the device that it was bought on
 * @param cohort the week in which that device was sold; the present one when absent
 * @param customer who bought, when known
 */
@Schema(
        description = "A purchase of a virtual good on a device",
        examples = "{\"sku\":\"skill-purchase\",\"product\":\"echo-dot\",\"cohort\":\"2026-w03\"}")
public record BuySkill(
        @Nullable @Pattern(regexp = Patterns.NAME) String group,
        @NotNull @Pattern(regexp = Patterns.NAME) String sku,
        @Nullable @Min(1) @Max(100_000) Integer quantity,
        @NotNull @Pattern(regexp = Patterns.NAME) String product,
        @Nullable @Pattern(regexp = Patterns.NAME) String cohort,
        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String customer) {}
