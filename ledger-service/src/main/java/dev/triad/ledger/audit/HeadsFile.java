package dev.triad.ledger.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.chain.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Heads that somebody noted: the answer of {@code GET /api/v1/chain}, or the JSON report of an earlier verification. */
final class HeadsFile {
    private HeadsFile() {}

    /**
     * Reads them.
     *
     * @throws IOException when the file is no such thing; its message is for people
     */
    static List<LaneHead> read(Path file) throws IOException {
        JsonNode lanes = new ObjectMapper().readTree(Files.readAllBytes(file)).path("lanes");
        if (!lanes.isArray() || lanes.isEmpty()) {
            throw new IOException(
                    file + " holds no heads: it must be an object with \"lanes\", as GET /api/v1/chain answers");
        }
        List<LaneHead> heads = new ArrayList<>();
        for (JsonNode lane : lanes) {
            try {
                heads.add(new LaneHead(
                        lane.path("lane").asText(),
                        lane.path("height").asLong(-1),
                        Hash.parse(lane.path("hash").asText()).toString(),
                        lane.path("nextOffset").asLong()));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " holds something that is no head: " + lane, e);
            }
        }
        return heads;
    }
}
