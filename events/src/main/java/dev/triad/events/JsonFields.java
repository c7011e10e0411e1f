package dev.triad.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document read field by field, as fast as the parser goes. Each typed read takes what the field held
 * before, so that a field that stands twice is refused instead of being read differently by different
 * readers; an explicit null counts as absent. Errors name the field and never quote the document.
 */
final class JsonFields {
    private final JsonParser parser;

    JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    /** How a record is read, from the token after its opening brace to its closing one. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonFields fields) throws IOException;
    }

    /** Reads the one object that the whole document is. */
    <T> T document(Reader<T> reader) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidEventException(Defect.JSON, "the data must be a JSON object");
        }
        T value = reader.read(this);
        if (parser.nextToken() != null) {
            throw new InvalidEventException(Defect.JSON, "the data must be one JSON object with nothing after it");
        }
        return value;
    }

    /** The name of the next field, or null at the end of the object. */
    @Nullable
    String next() throws IOException {
        return parser.nextFieldName();
    }

    /** Passes over the value of a field that is not known. */
    void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    @Nullable
    String text(String field, @Nullable String before) throws IOException {
        once(field, before);
        String text = parser.nextTextValue();
        if (text == null) {
            requireNull(field, "a string");
        }
        return text;
    }

    @Nullable
    BigDecimal decimal(String field, @Nullable BigDecimal before) throws IOException {
        once(field, before);
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
            requireNull(field, "a decimal string, such as \"12.50\"");
            return null;
        }
        return Decimals.parse(field, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    @Nullable
    Instant time(String field, @Nullable Instant before) throws IOException {
        once(field, before);
        String text = text(field, null);
        return text == null ? null : EventTimes.parse(Defect.FIELD, field, text);
    }

    @Nullable
    UUID uuid(String field, @Nullable UUID before) throws IOException {
        once(field, before);
        String text = text(field, null);
        return text == null ? null : EventIds.parse(Defect.FIELD, field, text);
    }

    /** One of a closed set, by its code. */
    <E extends Enum<E>> @Nullable E code(String field, @Nullable E before, Map<String, E> codes) throws IOException {
        once(field, before);
        String text = text(field, null);
        if (text == null) {
            return null;
        }
        E value = codes.get(text);
        if (value == null) {
            throw new InvalidEventException(Defect.FIELD, field + " is none of the values that the schema lists");
        }
        return value;
    }

    @Nullable
    Integer integer(String field, @Nullable Integer before) throws IOException {
        once(field, before);
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            requireNull(field, "an integer");
            return null;
        }
        if (parser.getNumberType() != JsonParser.NumberType.INT) {
            throw new InvalidEventException(Defect.FIELD, field + " must be an integer in range");
        }
        return parser.getIntValue();
    }

    /** A whole number that may be too large for an {@code int}, such as an offset. */
    @Nullable
    Long number(String field, @Nullable Long before) throws IOException {
        once(field, before);
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            requireNull(field, "an integer");
            return null;
        }
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new InvalidEventException(Defect.FIELD, field + " must be an integer in range");
        }
        return parser.getLongValue();
    }

    <T> @Nullable T object(String field, @Nullable T before, Reader<T> reader) throws IOException {
        once(field, before);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            requireNull(field, "an object");
            return null;
        }
        return reader.read(this);
    }

    /** A list of objects; one item too many ends the reading, however many follow. */
    <T> @Nullable List<T> objects(String field, @Nullable List<T> before, int most, Reader<T> reader)
            throws IOException {
        return list(field, before, most, fields -> {
            if (fields.parser.currentToken() != JsonToken.START_OBJECT) {
                throw kind(field, "a list of objects");
            }
            return reader.read(fields);
        });
    }

    /** A list of strings. */
    @Nullable
    List<String> texts(String field, @Nullable List<String> before, int most) throws IOException {
        return list(field, before, most, fields -> {
            if (fields.parser.currentToken() != JsonToken.VALUE_STRING) {
                throw kind(field, "a list of strings");
            }
            return fields.parser.getText();
        });
    }

    /** An object whose values are all strings. */
    @Nullable
    Map<String, String> map(String field, @Nullable Map<String, String> before, int most) throws IOException {
        return object(field, before, fields -> {
            Map<String, String> values = new HashMap<>();
            for (String key = next(); key != null; key = next()) {
                String value = parser.nextTextValue();
                if (value == null) {
                    throw kind(field, "an object of strings");
                }
                once(field, values.put(key, value));
                if (values.size() > most) {
                    throw new InvalidEventException(Defect.FIELD, field + " must hold at most " + most + " items");
                }
            }
            return values;
        });
    }

    private <T> @Nullable List<T> list(String field, @Nullable List<T> before, int most, Reader<T> item)
            throws IOException {
        once(field, before);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            requireNull(field, "a list");
            return null;
        }
        List<T> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == most) {
                throw new InvalidEventException(Defect.FIELD, field + " must hold at most " + most + " items");
            }
            items.add(item.read(this));
        }
        return items;
    }

    private void requireNull(String field, String wanted) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw kind(field, wanted);
        }
    }

    private static void once(String field, @Nullable Object before) {
        if (before != null) {
            throw new InvalidEventException(Defect.FIELD, field + " stands twice");
        }
    }

    private static InvalidEventException kind(String field, String wanted) {
        return new InvalidEventException(Defect.FIELD, field + " must be " + wanted);
    }
}
