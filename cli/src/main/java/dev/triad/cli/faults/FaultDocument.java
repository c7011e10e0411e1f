package dev.triad.cli.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The results as programs read them: every round, times in seconds. */
final class FaultDocument {
    private static final double MILLIS_A_SECOND = 1_000;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectNode document = json.createObjectNode();

    FaultDocument(FaultSuite.Plan plan, List<FaultResult> results) {
        document.put("seed", plan.seed());
        document.put("times", plan.times());
        document.put("records", plan.records());
        ArrayNode faults = document.putArray("faults");
        results.forEach(result -> add(faults.addObject(), result));
    }

    void write(Path file) throws IOException {
        json.writeValue(file.toFile(), document);
    }

    ObjectNode toJson() {
        return document;
    }

    private static void add(ObjectNode fault, FaultResult result) {
        fault.put("fault", result.fault());
        fault.put("description", result.description());
        if (result.skipped() != null) {
            fault.put("skipped", result.skipped());
        }
        fault.put("injected", result.outcomes().size());
        fault.put("repeated", result.repeated());
        fault.put("lost", result.lost());
        fault.put("doubled", result.doubled());
        result.recoveryMedian().ifPresent(median -> fault.put("recoverySecondsMedian", seconds(median)));
        result.recoveryMax().ifPresent(max -> fault.put("recoverySecondsMax", seconds(max)));
        result.stallMax().ifPresent(max -> fault.put("stallSecondsMax", seconds(max)));
        result.untrueMax().ifPresent(max -> fault.put("untrueSecondsMax", seconds(max)));
        ArrayNode rounds = fault.putArray("rounds");
        for (Outcome outcome : result.outcomes()) {
            ObjectNode round = rounds.addObject();
            round.put("seed", outcome.seed());
            round.put("repeated", outcome.repeated());
            round.put("lost", outcome.lost());
            round.put("doubled", outcome.doubled());
            round.put("recoverySeconds", seconds(outcome.recovery()));
            round.put("stallSeconds", seconds(outcome.stall()));
            round.put("untrueSeconds", seconds(outcome.untrue()));
            round.put("idleSeconds", seconds(outcome.idle()));
            ArrayNode broken = round.putArray("broken");
            outcome.broken().forEach(broken::add);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_A_SECOND;
    }
}
