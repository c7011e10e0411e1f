package dev.triad.ledger.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps what is logged while it is open. */
public final class LogLines extends Handler implements AutoCloseable {
    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    public LogLines() {
        Logger.getLogger("").addHandler(this);
    }

    /** What was logged with a message of this beginning. */
    public List<ExtLogRecord> beginning(String message) {
        return records.stream()
                .filter(record -> record.getFormattedMessage() != null
                        && record.getFormattedMessage().startsWith(message))
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        ExtLogRecord kept = ExtLogRecord.wrap(record);
        kept.copyMdc();
        records.add(kept);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
