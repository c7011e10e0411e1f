package dev.triad.ledger.provision;

import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.problem.Problems;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The assumption of how cost falls with volume. */
public class ScaleParameter {
    /** Wright's own figure is 0.80; 0.80 to 0.90 is what industry reports. */
    public static final String USUAL = "0.85";

    @QueryParam("progressRatio")
    @DefaultValue(USUAL)
    @Parameter(
            description =
                    "An assumption: each doubling of the volume brings the unit cost down to this ratio, 0.5 to 1; 1 is no"
                            + " economies of scale")
    String progressRatio = USUAL;

    /** The economies of scale that were asked for, or a problem. */
    public EconomiesOfScale economies() {
        try {
            return new EconomiesOfScale(new BigDecimal(progressRatio));
        } catch (NumberFormatException e) {
            throw Problems.INVALID_PARAMETER.because("progressRatio must be a decimal such as " + USUAL + ".");
        } catch (IllegalArgumentException e) {
            throw Problems.INVALID_PARAMETER.because("progressRatio: " + e.getMessage() + ".");
        }
    }
}
