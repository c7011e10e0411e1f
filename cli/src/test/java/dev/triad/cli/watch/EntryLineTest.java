package dev.triad.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EntryLineTest {
    @Test
    void tellsWhenWhoWhatHowMuchAndWhatWasPosted() throws JsonProcessingException {
        assertThat(line("""
                {"entry":"sales-2-6983","group":"amazon","unit":"store","asset":"USD/9","type":"triad.sale.recorded.v1",
                 "event":"x","subject":"order-1","time":"2026-04-01T07:59:59.123Z","rule":"sale","postings":[
                 {"account":"store:assets:cash","amount":"1058.240000000"},
                 {"account":"store:revenue:external:goods","amount":"-1058.240000000"}]}"""))
                .isEqualTo(
                        "2026-04-01T07:59:59Z amazon/store    sale                 1,058.24 USD  sales-2-6983    order-1"
                                + "             store:assets:cash 1,058.24  store:revenue:external:goods -1,058.24");
    }

    @Test
    void saysWhatPostsNothing() throws JsonProcessingException {
        assertThat(line("""
                {"entry":"requests-0-1","group":"amazon","unit":"device","asset":"USD/9","type":"triad.order.requested.v1",
                 "subject":"order-1","time":"2026-04-01T07:59:59Z","rule":"request","postings":[]}"""))
                .isEqualTo(
                        "2026-04-01T07:59:59Z amazon/device   request                            requests-0-1    order-1"
                                + "             posts nothing");
    }

    private static String line(String entry) throws JsonProcessingException {
        return EntryLine.of(new ObjectMapper().readTree(entry)).shown(Integer.MAX_VALUE, false);
    }
}
