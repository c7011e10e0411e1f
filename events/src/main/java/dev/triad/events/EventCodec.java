package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The one codec between event data and JSON. Thread-safe; unknown fields are tolerated, missing ones are
 * not, and nothing in a document can make it allocate beyond the document's own size.
 */
public final class EventCodec {
    /** The largest event, in bytes of JSON. */
    public static final int BYTES_MAX = 512 * 1024;

    private static final int DEPTH_MAX = 16;
    private static final int STRING_MAX = 4_096;

    private static final ObjectMapper MAPPER = mapper();

    private final Map<EventType, ObjectReader> readers = new EnumMap<>(EventType.class);
    private final ObjectWriter writer = MAPPER.writer();

    public EventCodec() {
        for (EventType type : EventType.values()) {
            readers.put(type, MAPPER.readerFor(type.record()));
        }
    }

    /** A mapper with the contract's conventions: decimal strings, RFC 3339 times, absent for null. */
    public static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxStringLength(STRING_MAX)
                        .maxNameLength(STRING_MAX)
                        .maxNumberLength(64)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new SimpleModule("triad")
                        .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                        .addSerializer(BigDecimal.class, new DecimalSerializer())
                        .addDeserializer(Instant.class, new InstantDeserializer())
                        .addSerializer(Instant.class, new InstantSerializer()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
    }

    public byte[] encode(Event event) {
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the contract always encodes", e);
        }
    }

    /**
     * Reads the data of an event.
     *
     * @throws InvalidEventException when it breaks the contract
     */
    public Event decode(EventType type, byte[] json) {
        if (json.length > BYTES_MAX) {
            throw new InvalidEventException(
                    Defect.TOO_LARGE, "the event is " + json.length + " bytes; at most " + BYTES_MAX + " are allowed");
        }
        try {
            Event event = reader(type).readValue(json);
            if (event == null) {
                throw new InvalidEventException(Defect.JSON, "the data is null");
            }
            return event;
        } catch (InvalidEventException e) {
            throw e;
        } catch (JsonMappingException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw new InvalidEventException(Defect.JSON, "the data is not JSON that can be read: " + firstLine(e));
        }
    }

    private ObjectReader reader(EventType type) {
        ObjectReader reader = readers.get(type);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + type);
        }
        return reader;
    }

    private static InvalidEventException invalid(JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEventException invalid) {
                return invalid;
            }
        }
        if (e instanceof MismatchedInputException && !e.getPath().isEmpty()) {
            return new InvalidEventException(Defect.FIELD, path(e) + " is not of the kind that the schema asks for");
        }
        return new InvalidEventException(Defect.JSON, "the data is not JSON that can be read: " + firstLine(e));
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "the data" : path.toString();
    }

    /** The parser's own words, without the source that it quotes: payloads do not belong in messages. */
    private static String firstLine(IOException e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > 160 ? line.substring(0, 160) : line;
    }

    private static final class DecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
                throw new InvalidEventException(
                        Defect.FIELD, parser.currentName() + " must be a decimal string, such as \"12.50\"");
            }
            return Decimals.parse(parser.getText());
        }
    }

    private static final class DecimalSerializer extends StdScalarSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(
                BigDecimal value, com.fasterxml.jackson.core.JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toPlainString());
        }
    }

    private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
                throw new InvalidEventException(Defect.FIELD, parser.currentName() + " must be an RFC 3339 time");
            }
            return EventTimes.parse(parser.getText());
        }
    }

    private static final class InstantSerializer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(
                Instant value, com.fasterxml.jackson.core.JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toString());
        }
    }
}
