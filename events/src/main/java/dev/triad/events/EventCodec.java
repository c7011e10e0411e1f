package dev.triad.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The one codec between event data and JSON. Thread-safe; unknown fields are tolerated, missing ones are
 * not, and nothing in a document can make it allocate beyond the document's own size.
 */
public final class EventCodec {
    /** The largest event, in bytes of JSON. */
    public static final int BYTES_MAX = 512 * 1024;

    /** How deep objects and lists may lie in each other, unknown fields included. */
    public static final int DEPTH_MAX = 16;

    /** The longest number, in characters, unknown fields included. */
    public static final int NUMBER_LENGTH_MAX = 64;

    private static final JsonFactory FACTORY = factory();

    private static final ObjectWriter WRITER = mapper().writer();

    /**
     * A mapper with the contract's conventions, for documents other than events: decimal strings, RFC 3339
     * times, absent for null. Events are read by {@link #decode}, which is stricter and faster.
     */
    public static ObjectMapper mapper() {
        return JsonMapper.builder(factory())
                .addModule(new ContractModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
    }

    /**
     * Writes the data of an event.
     *
     * @throws InvalidEventException when it is larger than any reader would take
     */
    public byte[] encode(Event event) {
        try {
            return requireSize(WRITER.writeValueAsBytes(event));
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
        if (!Utf8.isValid(requireSize(json))) {
            throw new InvalidEventException(Defect.JSON, "the data is not UTF-8");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            return read(type, parser);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads the data of an event that stands inside a document that was read before. */
    Event decode(EventType type, JsonNode json) {
        try (JsonParser parser = json.traverse()) {
            return read(type, parser);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static byte[] requireSize(byte[] json) {
        if (json.length > BYTES_MAX) {
            throw new InvalidEventException(
                    Defect.TOO_LARGE, "the event is " + json.length + " bytes; at most " + BYTES_MAX + " are allowed");
        }
        return json;
    }

    private static Event read(EventType type, JsonParser parser) throws IOException {
        JsonFields fields = new JsonFields(parser);
        return switch (type) {
            case SALE_RECORDED -> fields.document(SaleRecorded::read);
            case SALE_RETURNED -> fields.document(SaleReturned::read);
            case USAGE_RECORDED -> fields.document(UsageRecorded::read);
            case COST_INCURRED -> fields.document(CostIncurred::read);
            case GROUP_DECLARED -> fields.document(GroupDeclared::read);
            case RATE_PUBLISHED -> fields.document(RatePublished::read);
            case PERIOD_CLOSED -> fields.document(PeriodClosed::read);
            case ORDER_REQUESTED -> fields.document(OrderRequested::read);
        };
    }

    /** Where the parser stopped; its own message would quote the payload, which does not belong in ours. */
    static InvalidEventException unreadable(IOException e) {
        String why = e instanceof StreamConstraintsException
                ? "the data goes deeper, or a number in it is longer, than allowed"
                : "the data is not JSON that can be read";
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            why += ", at line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr();
        }
        return new InvalidEventException(Defect.JSON, why);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxStringLength(BYTES_MAX)
                        .maxNameLength(BYTES_MAX)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .build())
                // JSON is UTF-8; guessing other encodings would let two readers see two documents.
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                // Interning lets a stream of made-up field names fill a table that the whole JVM shares.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build();
    }
}
