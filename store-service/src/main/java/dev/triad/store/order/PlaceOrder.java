package dev.triad.store.order;

import dev.triad.events.Names;
import dev.triad.simulation.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param group whose store; the first one that is hosted when absent
 * @param channel where it comes in; {@code web} when absent
 * @param customer who orders, when known
 * @param lines what is ordered
 * @param attribution which units' products led to it; the weights sum to at most 1
 */
@Schema(
        description = "An order",
        examples =
                "{\"customer\":\"customer-7\",\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"},{\"sku\":\"paperback\",\"quantity\":\"1\"}]}")
public record PlaceOrder(
        @Nullable @Pattern(regexp = Patterns.NAME) String group,
        @Nullable @Pattern(regexp = Patterns.NAME) String channel,
        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String customer,
        @NotEmpty @Size(max = LINES_MAX) List<@NotNull @Valid Line> lines,
        @Nullable @Size(max = 16) List<@NotNull @Valid Attributed> attribution) {
    /** How many lines a command takes: fewer than an event may have, which imports need. */
    static final int LINES_MAX = 200;

    /** The default channel. */
    static final String WEB = "web";

    /**
     * One line.
     *
     * @param sku an item of the catalogue
     * @param quantity how many, a decimal string
     */
    @Schema(name = "PlaceOrderLine")
    public record Line(
            @NotBlank @Size(max = Names.TEXT_MAX) String sku,

            @Schema(type = SchemaType.STRING, examples = "2")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000")
            BigDecimal quantity) {}

    /**
     * Which unit's product led to the order.
     *
     * @param unit the unit, such as {@code device}
     * @param product its product
     * @param cohort the week it was sold in, such as {@code 2026-w03}
     * @param weight the share of the order, a decimal string above 0 and at most 1
     */
    public record Attributed(
            @NotNull @Pattern(regexp = Patterns.NAME) String unit,
            @NotNull @Pattern(regexp = Patterns.NAME) String product,
            @NotNull @Pattern(regexp = Patterns.NAME) String cohort,

            @Schema(type = SchemaType.STRING, examples = "0.5")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1")
            BigDecimal weight) {}
}
