package dev.triad.store.order;

import dev.triad.events.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What comes back of an order.
 *
 * @param lines which lines, and how many of each
 * @param reason why, when known
 */
@Schema(
        description = "What comes back of an order",
        examples = "{\"lines\":[{\"line\":1,\"quantity\":\"1\"}],\"reason\":\"changed-mind\"}")
public record ReturnOrder(
        @NotEmpty @Size(max = PlaceOrder.LINES_MAX) List<@NotNull @Valid Line> lines,
        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String reason) {
    /**
     * One line.
     *
     * @param line the line of the order, counted from 1
     * @param quantity how many, a decimal string
     */
    @Schema(name = "ReturnOrderLine")
    public record Line(
            @Min(1) @Max(2_000) int line,

            @Schema(type = SchemaType.STRING, examples = "1")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000")
            BigDecimal quantity) {}
}
