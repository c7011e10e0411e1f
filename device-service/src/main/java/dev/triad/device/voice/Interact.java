package dev.triad.device.voice;

import dev.triad.events.Names;
import dev.triad.simulation.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something said to a device: a use of the cloud, or with lines an order for the store.
 *
 * @param group whose unit; the first one that is hosted when absent
 * @param product the device, also another maker's
 * @param cohort the week in which it was sold; the present one when absent
 * @param count how many interactions; 1 when absent; not with lines
 * @param customer who spoke, when known; only with lines
 * @param lines what is ordered; none when nothing is, and where the group's devices take no orders
 */
@Schema(
        description = "Something said to a device: a use of the cloud, or with lines an order for the store",
        examples =
                "{\"product\":\"echo-dot\",\"cohort\":\"2026-w03\",\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"1\"}]}")
public record Interact(
        @Nullable @Pattern(regexp = Patterns.NAME) String group,
        @NotNull @Pattern(regexp = Patterns.NAME) String product,
        @Nullable @Pattern(regexp = Patterns.NAME) String cohort,
        @Nullable @Min(1) @Max(1_000_000) Integer count,
        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String customer,
        @Nullable @Size(max = 200) List<@NotNull @Valid Line> lines) {
    /**
     * One line of a voice order.
     *
     * @param sku an item of the store's catalogue
     * @param quantity how many, a decimal string
     */
    public record Line(
            @NotBlank @Size(max = Names.TEXT_MAX) String sku,

            @Schema(type = SchemaType.STRING, examples = "1")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000")
            BigDecimal quantity) {}

    boolean isOrder() {
        return lines != null && !lines.isEmpty();
    }
}
