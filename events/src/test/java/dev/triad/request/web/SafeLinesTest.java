package dev.triad.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class SafeLinesTest {
    @Test
    void aNameCannotBeginALineOfItsOwn() {
        // Given
        ExtLogRecord record =
                new ExtLogRecord(Level.INFO, "book failed book=%s", ExtLogRecord.FormatStyle.PRINTF, "dev.triad");
        record.setParameters(new Object[] {"a\n2026-01-01 ERROR forged \u001b[2J"});

        // When
        boolean logged = new SafeLines().isLoggable(record);

        // Then
        assertThat(logged).isTrue();
        assertThat(record.getFormattedMessage())
                .isEqualTo("book failed book=a\\u000a2026-01-01 ERROR forged \\u001b[2J");
    }

    @Test
    void aHarmlessMessageIsLeftAlone() {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, "done %d %%", ExtLogRecord.FormatStyle.PRINTF, "dev.triad");
        record.setParameters(new Object[] {7});

        new SafeLines().isLoggable(record);

        assertThat(record.getFormattedMessage()).isEqualTo("done 7 %");
    }
}
