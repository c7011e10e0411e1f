package dev.triad.request.web;

import dev.triad.request.LogText;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps every message of the console's log on its line, whatever names are in it. */
@LoggingFilter(name = "safe-lines")
public final class SafeLines implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord line) {
            String message = line.getFormattedMessage();
            if (message != null) {
                String escaped = LogText.escaped(message);
                if (!escaped.equals(message)) {
                    line.setMessage(escaped, ExtLogRecord.FormatStyle.NO_FORMAT);
                    line.setParameters(null);
                }
            }
        }
        return true;
    }
}
