package dev.triad.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A provider published what a resource costs from a moment on; {@code ce_subject} is the resource. Where
 * two publications take effect at the same moment, the one with the later {@code ce_time}, then the
 * greater {@code ce_id}, is the correction and wins, in whichever order they arrive.
 *
 * @param provider the unit that provides the resource
 * @param resource what is priced
 * @param unitOfMeasure what one is, such as {@code vcpu-hour}
 * @param list what a customer outside pays for one
 * @param marginalCost what one more costs the provider
 * @param fullCost the fully distributed cost of one
 * @param effectiveFrom the first moment it applies to
 */
public record RatePublished(
        String provider,
        String resource,
        String unitOfMeasure,
        BigDecimal list,
        BigDecimal marginalCost,
        BigDecimal fullCost,
        Instant effectiveFrom)
        implements Event {
    public RatePublished {
        Names.require("provider", provider);
        Names.require("resource", resource);
        Names.requireText("unitOfMeasure", unitOfMeasure);
        Decimals.requireNotNegative("list", list);
        Decimals.requireNotNegative("marginalCost", marginalCost);
        Decimals.requireNotNegative("fullCost", fullCost);
        Require.present("effectiveFrom", effectiveFrom);
        EventTimes.require(Defect.FIELD, "effectiveFrom", effectiveFrom);
    }

    static RatePublished read(JsonFields in) throws IOException {
        String provider = null;
        String resource = null;
        String unitOfMeasure = null;
        BigDecimal list = null;
        BigDecimal marginalCost = null;
        BigDecimal fullCost = null;
        Instant effectiveFrom = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "provider" -> provider = in.text("provider", provider);
                case "resource" -> resource = in.text("resource", resource);
                case "unitOfMeasure" -> unitOfMeasure = in.text("unitOfMeasure", unitOfMeasure);
                case "list" -> list = in.decimal("list", list);
                case "marginalCost" -> marginalCost = in.decimal("marginalCost", marginalCost);
                case "fullCost" -> fullCost = in.decimal("fullCost", fullCost);
                case "effectiveFrom" -> effectiveFrom = in.time("effectiveFrom", effectiveFrom);
                default -> in.skip();
            }
        }
        return new RatePublished(
                Require.present("provider", provider),
                Require.present("resource", resource),
                Require.present("unitOfMeasure", unitOfMeasure),
                Require.present("list", list),
                Require.present("marginalCost", marginalCost),
                Require.present("fullCost", fullCost),
                Require.present("effectiveFrom", effectiveFrom));
    }
}
