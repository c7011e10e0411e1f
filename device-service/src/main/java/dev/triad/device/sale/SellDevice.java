package dev.triad.device.sale;

import dev.triad.events.Names;
import dev.triad.simulation.api.Patterns;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sale of own devices.
 *
 * @param group whose unit; the first one that is hosted when absent
 * @param product an own device
 * @param quantity how many; 1 when absent
 * @param unitPrice what was paid for one, a decimal string; the list price when absent
 * @param customer who bought, when known
 */
@Schema(description = "A sale of own devices", examples = "{\"product\":\"echo-dot\",\"unitPrice\":\"29.00\"}")
public record SellDevice(
        @Nullable @Pattern(regexp = Patterns.NAME) String group,
        @NotNull @Pattern(regexp = Patterns.NAME) String product,
        @Nullable @Min(1) @Max(100_000) Integer quantity,

        @Schema(type = SchemaType.STRING, examples = "29.00") @Nullable @DecimalMin("0") @DecimalMax("1000000")
        BigDecimal unitPrice,

        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String customer) {}
