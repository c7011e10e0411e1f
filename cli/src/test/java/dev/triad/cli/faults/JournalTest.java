package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final String SALE = "2026-01-10T12:00:00Z,sales-3-1042,sale,/g/store,e1,";

    private final Journal journal = new Journal(2);

    @Test
    void addsUpThePostingsOfEachAccount() {
        read(SALE + "store:assets:cash,20.00,USD,", SALE + "store:revenue,-20.00,USD,");
        read("2026-01-11T12:00:00Z,sales-3-1043,sale,/g/store,e2,store:assets:cash,1.25,USD,");

        assertThat(journal.balances())
                .containsEntry("store:assets:cash", BigInteger.valueOf(2_125))
                .containsEntry("store:revenue", BigInteger.valueOf(-2_000));
        assertThat(journal.doubled()).isZero();
    }

    @Test
    void aSecondEntryOfAnEventIsDoubled() {
        read(SALE + "store:assets:cash,20.00,USD,");
        read("2026-01-10T12:00:00Z,sales-3-1044,sale,/g/store,e1,store:assets:cash,20.00,USD,");

        assertThat(journal.doubled()).isEqualTo(1);
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherEvent() {
        read(SALE + "store:assets:cash,20.00,USD,");
        read("2026-01-10T12:00:00Z,sales-3-1044,sale,/g/device,e1,device:assets:cash,20.00,USD,");

        assertThat(journal.doubled()).isZero();
    }

    @Test
    void aRepricingBelongsToItsEntry() {
        read("2026-01-10T12:00:00Z,usage-3-7,usage,/g/cloud,e1,cloud:assets:receivables:acme,4.00,USD,");
        read("2026-01-10T12:00:00Z,usage-3-7.1,repricing,/g/cloud,e1,cloud:assets:receivables:acme,-1.00,USD,");

        assertThat(journal.doubled()).isZero();
        assertThat(journal.balances()).containsEntry("cloud:assets:receivables:acme", BigInteger.valueOf(300));
    }

    @Test
    void refusesWhatIsNoLineOfAJournal() {
        assertThatThrownBy(() -> read("<html>")).hasMessageContaining("<html>");
    }

    private void read(String... lines) {
        for (String line : lines) {
            journal.read(line);
        }
    }
}
