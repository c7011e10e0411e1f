package dev.triad.simulation.api;

import dev.triad.simulation.engine.Settings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of the simulation; what is absent stays as it is.
 *
 * @param rate multiplies the trade of the scenario
 * @param speed virtual seconds a wall-clock second
 * @param paused whether virtual time stands still
 * @param seed where chance begins from the next virtual hour on
 */
@Schema(description = "A change of the simulation; what is absent stays as it is")
public record SimulationSettings(
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, examples = "1.5")
        @Nullable
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 6)
        BigDecimal rate,

        @Schema(examples = "600") @Nullable @Min(1) @Max(Settings.SPEED_MAX)
        Long speed,

        @Nullable Boolean paused,
        @Nullable Long seed) {

    @AssertTrue(message = "at least one of rate, speed, paused and seed must be given")
    @Schema(hidden = true)
    boolean isChange() {
        return rate != null || speed != null || paused != null || seed != null;
    }

    Settings applyTo(Settings before) {
        return new Settings(
                rate == null ? before.rate() : rate,
                speed == null ? before.speed() : speed,
                paused == null ? before.paused() : paused,
                seed == null ? before.seed() : seed);
    }
}
