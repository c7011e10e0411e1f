package dev.triad.device.voice;

import dev.triad.device.cohort.DeviceScenarios;
import dev.triad.device.cohort.DeviceScenarios.DeviceUnit;
import dev.triad.device.sale.Products;
import dev.triad.events.Attribution;
import dev.triad.events.Cohort;
import dev.triad.events.ConsumerKind;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.command.Accepted;
import dev.triad.simulation.command.Command;
import dev.triad.simulation.command.Commands;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.DeviceScenario.Ordering;
import dev.triad.simulation.scenario.DeviceScenario.Voice;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said to devices: each interaction is one event, a usage of the cloud or a request to the store. */
@Singleton
public class Interactions {
    private static final String VOICE = "voice";

    private final DeviceScenarios devices;
    private final Commands commands;

    Interactions(DeviceScenarios devices, Commands commands) {
        this.devices = devices;
        this.commands = commands;
    }

    Accepted take(@Nullable String key, Interact request) {
        if (request.isOrder() && request.count() != null) {
            throw ProblemCode.INVALID.exception("count", "must be absent when lines are given");
        }
        DeviceUnit unit = devices.require(request.group());
        return commands.submit(new Command(unit.source(), "interact", key, request, stamp -> {
            Products.requireAny(unit, request.product());
            String cohort = Objects.requireNonNullElseGet(request.cohort(), () -> Cohort.weekOf(stamp.time()));
            return request.isOrder()
                    ? stamp.event("voice-" + stamp.id(), order(unit, request, cohort))
                    : stamp.event(unit.source().unit(), usage(unit, request, cohort));
        }));
    }

    private static OrderRequested order(DeviceUnit unit, Interact request, String cohort) {
        List<RequestLine> lines = Objects.requireNonNullElse(request.lines(), List.<Interact.Line>of()).stream()
                .map(line -> new RequestLine(line.sku(), line.quantity()))
                .toList();
        Ordering ordering = unit.device().voice().ordering();
        if (ordering == null) {
            throw ProblemCode.INVALID.exception(
                    "lines", "must be absent: the devices of " + unit.source().group() + " take no orders");
        }
        BigDecimal weight = ordering.attributionWeight().value();
        Attribution attribution = new Attribution(unit.source().unit(), request.product(), cohort, weight);
        return new OrderRequested(VOICE, request.customer(), lines, List.of(attribution));
    }

    private static UsageRecorded usage(DeviceUnit unit, Interact request, String cohort) {
        Voice voice = unit.device().voice();
        return new UsageRecorded(
                unit.scenario().cloud().unit(),
                unit.source().unit(),
                ConsumerKind.UNIT,
                voice.resource(),
                BigDecimal.valueOf(Objects.requireNonNullElse(request.count(), 1)),
                unit.scenario().cloud().resource(voice.resource()).unitOfMeasure(),
                null,
                Map.of("product", request.product(), "cohort", cohort));
    }
}
