package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the API's answers as rows. */
class SheetsTest {
    @Test
    void subsidiesHaveARowForEachMechanismAndCsvTheNetBesides() throws JsonProcessingException {
        JsonNode subsidies = json("""
                {"group":"acme","book":"actual","asset":"EUR/2","to":"2026-04-01T00:00:00Z","series":[],
                 "gross":[{"grantor":"cloud","recipient":"shop","amount":"3.00",
                           "byMechanism":{"transfer-price":"2.00","scale":"1.00"},"accounts":[]}],
                 "net":[{"grantor":"cloud","recipient":"shop","amount":"3.00"}]}""");

        assertThat(SubsidiesCommand.gross(subsidies).rows())
                .containsExactly(
                        List.of("cloud", "shop", "transfer-price", "2.00"), List.of("cloud", "shop", "scale", "1.00"));
        assertThat(SubsidiesCommand.gross(subsidies).caption())
                .isEqualTo("Gross subsidies of acme, book actual, to 2026-04-01T00:00:00Z, in EUR/2");
        assertThat(SubsidiesCommand.csv(subsidies).rows())
                .containsExactly(
                        List.of("", "cloud", "shop", "transfer-price", "2.00"),
                        List.of("", "cloud", "shop", "scale", "1.00"),
                        List.of("", "cloud", "shop", "net", "3.00"));
    }

    @Test
    void aSeriesSaysWhenEachIntervalBegins() throws JsonProcessingException {
        JsonNode subsidies = json("""
                {"group":"acme","asset":"EUR/2","interval":"day","gross":[],"net":[],"series":[
                 {"from":"2026-01-01T00:00:00Z","gross":[],"net":[{"grantor":"a","recipient":"b","amount":"1.00"}]},
                 {"from":"2026-01-02T00:00:00Z","gross":[],"net":[{"grantor":"a","recipient":"b","amount":"2.00"}]}]}""");

        assertThat(SubsidiesCommand.csv(subsidies).rows())
                .containsExactly(
                        List.of("2026-01-01T00:00:00Z", "a", "b", "net", "1.00"),
                        List.of("2026-01-02T00:00:00Z", "a", "b", "net", "2.00"));
    }

    @Test
    void testsHaveARowForEachPlayerOfEachGameAndForEachCoalitionThatFails() throws JsonProcessingException {
        JsonNode tests = json("""
                {"group":"acme","asset":"EUR/2","providers":[{"provider":"cloud","pools":[],"additive":{
                 "players":[{"player":"shop","revenue":"9.00","standAloneCost":"5.00","incrementalCost":"1.00",
                   "fullyDistributedCost":"4.00","shapleyValue":"3.00","band":"definite-source","accounts":[]}],
                 "violations":[{"coalition":["external","shop"],"test":"stand-alone-cost","amount":"4.00"}]}}]}""");

        assertThat(TestsCommand.players(tests).rows())
                .containsExactly(List.of(
                        "cloud", "additive", "shop", "definite-source", "9.00", "5.00", "1.00", "4.00", "3.00"));
        assertThat(TestsCommand.violations(tests).rows())
                .containsExactly(List.of("cloud", "additive", "external shop", "stand-alone-cost", "4.00"));
    }

    @Test
    void claimsOfAllGroupsStandSideBySide() throws JsonProcessingException {
        JsonNode claims = json("""
                {"groups":["a","b"],"claims":[{"number":1,"claim":"It is free.","metric":"share","threshold":"at least 0.9",
                 "groups":{"a":{"value":"0.4","verdict":"fails","why":"."},"b":{"verdict":"not-applicable","why":"."}}}]}""");

        assertThat(ClaimsCommand.compared(claims).rows())
                .containsExactly(
                        List.of("1", "a", "fails", "0.4", "at least 0.9", "It is free."),
                        List.of("1", "b", "not-applicable", "", "at least 0.9", "It is free."));
    }

    @Test
    void comparedBooksSayHowFarEachIsFromTheFirst() throws JsonProcessingException {
        JsonNode comparison = json("""
                {"group":"acme","asset":"EUR/2","metric":"imputed-subsidy","books":["actual","free"],"rows":[
                 {"grantor":"cloud","recipient":"shop","values":[
                  {"book":"actual","amount":"1.00","difference":"0.00"},{"book":"free","amount":"3.00","difference":"2.00"}]}]}""");

        assertThat(BooksCompareCommand.sheet(comparison).rows())
                .containsExactly(
                        List.of("cloud", "shop", "actual", "1.00", "0.00"),
                        List.of("cloud", "shop", "free", "3.00", "2.00"));
    }

    @Test
    void aStatementStandsBetweenItsBalances() throws JsonProcessingException {
        JsonNode statement = json("""
                {"group":"acme","account":"shop:assets:cash","asset":"EUR/2","openingBalance":"1.00","lines":[
                 {"time":"2026-01-01T00:00:00Z","entry":"sales-0-1","rule":"sale","source":"/acme/shop","event":"x",
                  "amount":"2.00","balance":"3.00"}],"closingBalance":"3.00"}""");

        Sheet lines = StatementCommand.lines(statement);

        assertThat(StatementCommand.withBalances(statement, lines).rows())
                .containsExactly(
                        List.of("opening balance", "", "", "", "", "", "1.00"),
                        List.of("2026-01-01T00:00:00Z", "sales-0-1", "sale", "/acme/shop", "x", "2.00", "3.00"),
                        List.of("closing balance", "", "", "", "", "", "3.00"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
