package dev.triad.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void tellsTheEventItsPostingsWithTheirReasonsAndTheBalances() throws JsonProcessingException {
        JsonNode event = json("""
                {"source":"/acme/cloud","id":"u-1","state":"posted",
                 "record":{"topic":"triad.usage","partition":0,"offset":7,"headers":{"ce_type":"triad.usage.recorded.v1",
                   "ce_time":"2026-01-05T11:00:00Z","ce_subject":"shop"},"data":{"quantity":"412.5"}},
                 "entries":[{"id":"usage-0-7","asset":"EUR/4","rule":"internal-usage","ruleInWords":"Usage by a unit.",
                   "time":"2026-01-05T11:00:00Z","rate":{"quantity":"412.5","effectiveFrom":"2026-01-01T00:00:00Z","event":"r-1"},
                   "postings":[
                    {"account":"shop:expenses","amount":"1012.3750","reasons":[{"amount":"1012.3750","steps":[{"words":"412.5 x 0.03","rounded":true}]}]},
                    {"account":"cloud:revenue","amount":"-1012.3750","reasons":[{"amount":"-1012.3750","steps":[{"words":"412.5 x 0.03","rounded":true}]}]}]}],
                 "balances":[{"account":"shop:expenses","before":"1.0000","amount":"1012.3750","after":"1013.3750"}]}""");

        assertThat(String.join("\n", Explanation.of(event))).isEqualTo("""
                Event u-1 of /acme/cloud: posted
                  type       triad.usage.recorded.v1
                  time       2026-01-05T11:00:00Z
                  subject    shop
                  record     triad.usage, partition 0, offset 7
                  data
                    {
                      "quantity" : "412.5"
                    }

                Entry usage-0-7 by the rule internal-usage, of 2026-01-05T11:00:00Z
                  Usage by a unit.
                  Rate: in effect from 2026-01-01T00:00:00Z, published by event r-1, for a quantity of 412.5
                  shop:expenses  debit            1,012.3750 EUR
                      412.5 x 0.03, rounded half-even
                  cloud:revenue  credit           1,012.3750 EUR

                Balances, debits positive
                  account                        before                 change                  after
                  shop:expenses                  1.0000             1,012.3750             1,013.3750""");
    }

    @Test
    void tellsWhatAnEventWaitsFor() throws JsonProcessingException {
        JsonNode event = json("""
                {"source":"/acme/cloud","id":"u-1","state":"waiting","entries":[],"balances":[],
                 "suspense":{"id":4,"state":"waiting","reason":"no-rate","detail":"No rate of compute is in effect."}}""");

        assertThat(Explanation.of(event))
                .containsExactly(
                        "Event u-1 of /acme/cloud: waiting", "  waiting    no-rate: No rate of compute is in effect.");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
