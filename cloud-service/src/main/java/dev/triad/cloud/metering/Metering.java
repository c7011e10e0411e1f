package dev.triad.cloud.metering;

import dev.triad.events.Charge;
import dev.triad.events.ConsumerKind;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.Command;
import dev.triad.simulation.command.Commands;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.ResourceScenario;
import dev.triad.simulation.scenario.Scenario;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Meters what customers and units used. */
@Singleton
public class Metering {
    private final Clouds clouds;
    private final Commands commands;

    Metering(Clouds clouds, Commands commands) {
        this.clouds = clouds;
        this.commands = commands;
    }

    /** Records a use; the cloud is the provider. */
    Accepted meter(@Nullable String key, Meter request) {
        Scenario scenario = clouds.require(request.group());
        return commands.submit(new Command(
                scenario.source(scenario.cloud().unit()),
                "meter-usage",
                key,
                request,
                stamp -> stamp.event(request.consumer(), usage(scenario, request))));
    }

    private static UsageRecorded usage(Scenario scenario, Meter request) {
        if (request.consumerKind() == ConsumerKind.UNIT
                && !scenario.internalTenants().contains(request.consumer())) {
            throw ProblemCode.UNKNOWN_UNIT.exception("consumer", "is no other unit of the group");
        }
        Meter.Billed billed = request.charge();
        return new UsageRecorded(
                scenario.cloud().unit(),
                request.consumer(),
                request.consumerKind(),
                request.resource(),
                request.quantity(),
                unitOfMeasure(scenario, request),
                billed == null ? null : new Charge(billed.billed(), billed.list()),
                Objects.requireNonNullElse(request.labels(), Map.of()));
    }

    /** The rate's own unit of measure; a resource without a rate needs a charge, or it could never post. */
    private static String unitOfMeasure(Scenario scenario, Meter request) {
        Optional<ResourceScenario> resource = scenario.cloud().resources().stream()
                .filter(one -> one.resource().equals(request.resource()))
                .findFirst();
        if (resource.isEmpty()) {
            if (request.charge() == null || request.unitOfMeasure() == null) {
                throw ProblemCode.UNKNOWN_RESOURCE.exception(
                        "resource", "has no rate; see GET /api/v1/rate-card, or give charge and unitOfMeasure");
            }
            return request.unitOfMeasure();
        }
        String measure = resource.get().unitOfMeasure();
        if (request.unitOfMeasure() != null && !request.unitOfMeasure().equals(measure)) {
            throw ProblemCode.INVALID.exception("unitOfMeasure", "must be " + measure + " for this resource");
        }
        return measure;
    }
}
