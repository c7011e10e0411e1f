package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.faults.Readiness.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final List<Span> STANDSTILL = List.of(new Span(10, 50));

    @Test
    void toSayNothingOrNotReadyIsTrueWhileNothingIsPosted() {
        List<Answer> answers = List.of(up(5), down(15), down(25), down(45), up(55));

        assertThat(Readiness.untrue(answers, STANDSTILL)).isZero();
    }

    @Test
    void theLongestClaimWithoutABreakCounts() {
        List<Answer> answers = List.of(up(5), up(12), up(15), down(20), up(30), up(37), up(45), up(60));

        assertThat(Readiness.untrue(answers, STANDSTILL)).isEqualTo(Duration.ofNanos(15));
    }

    @Test
    void toSayReadyIsTrueWhileRecordsArePosted() {
        assertThat(Readiness.untrue(List.of(up(5), up(60), up(90)), STANDSTILL)).isZero();
        assertThat(Readiness.untrue(List.of(up(5), up(20), up(40)), List.of())).isZero();
    }

    @Test
    void aStandstillCountsAsFarAsTheFaultLasts() {
        assertThat(new Span(10, 50).within(new Span(20, 30))).contains(new Span(20, 30));
        assertThat(new Span(10, 50).within(new Span(40, 90))).contains(new Span(40, 50));
        assertThat(new Span(10, 50).within(new Span(50, 90))).isEmpty();
        assertThat(new Span(10, 50).within(new Span(20, 20))).isEmpty();
    }

    private static Answer up(long asked) {
        return new Answer(asked, true);
    }

    private static Answer down(long asked) {
        return new Answer(asked, false);
    }
}
