package dev.triad.cloud.metering;

import dev.triad.events.ConsumerKind;
import dev.triad.events.Names;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A use of the cloud.
 *
 * @param group whose cloud; the first one that is hosted when absent
 * @param consumer who used it: a unit of the group, or a customer outside
 * @param consumerKind which of the two
 * @param resource what was used
 * @param quantity how much, a decimal string
 * @param unitOfMeasure what the quantity counts; the resource's own when absent
 * @param charge what was billed; when absent the rate in effect prices the use
 * @param labels anything else that is known of it
 */
@Schema(
        description = "A use of the cloud",
        examples =
                "{\"consumer\":\"harbor-video\",\"consumerKind\":\"tenant\",\"resource\":\"compute\",\"quantity\":\"12.5\"}")
public record Meter(
        @Nullable @Pattern(regexp = Patterns.NAME) String group,
        @NotNull @Pattern(regexp = Patterns.NAME) String consumer,
        @NotNull ConsumerKind consumerKind,
        @NotNull @Pattern(regexp = Patterns.NAME) String resource,

        @Schema(type = SchemaType.STRING, examples = "12.5")
        @NotNull
        @DecimalMin("0")
        @DecimalMax(Patterns.QUANTITY_MAX)
        BigDecimal quantity,

        @Nullable @Size(min = 1, max = Names.TEXT_MAX) String unitOfMeasure,
        @Nullable @Valid Billed charge,
        @Nullable @Size(max = UsageRecorded.LABELS_MAX) Map<String, String> labels) {
    /**
     * What was billed.
     *
     * @param billed the amount in the group's currency, a decimal string
     * @param list what the list price would have come to; as billed when absent
     */
    public record Billed(
            @Schema(type = SchemaType.STRING, examples = "0.75") @NotNull @DecimalMax(Patterns.QUANTITY_MAX)
            BigDecimal billed,

            @Schema(type = SchemaType.STRING) @Nullable @DecimalMax(Patterns.QUANTITY_MAX)
            BigDecimal list) {}
}
