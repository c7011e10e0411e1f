package dev.triad.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.IndexView;

/**
 * Completes the responses that are problems. The static document of a service names their codes as the description of
 * the response, {@code unknown-group, unknown-unit}, and under {@value #EVERYWHERE} those that every operation may
 * answer; each code has its example under {@code components/examples}. A code without one fails the build.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String SEPARATOR = ", ";
    private static final String EVERYWHERE = "x-problems-everywhere";
    private static final int STATUS_LEAST = 400;

    /** What an operation may answer that asks who asks. */
    private static final List<String> REFUSALS = List.of("unauthenticated", "forbidden");

    /** What every operation may answer who asks or sends too much. */
    private static final List<String> LIMITS = List.of("too-many-requests", "too-large");

    private final NeededAccess access;

    public ProblemResponses(IndexView index) {
        this.access = new NeededAccess(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem()).addSchema(FIELD_ERROR, fieldError());
        Map<String, Example> examples = document.getComponents().getExamples();
        List<?> everywhere = (List<?>) document.getExtensions().getOrDefault(EVERYWHERE, List.of());
        document.removeExtension(EVERYWHERE);
        access.describe(document, operation -> REFUSALS.forEach(code -> add(operation.getResponses(), code, examples)));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getResponses)
                .forEach(responses -> {
                    LIMITS.forEach(code -> add(responses, code, examples));
                    everywhere.forEach(code -> add(responses, String.valueOf(code), examples));
                    complete(responses, examples);
                });
    }

    /** Names a code in the response of its status, which is made when there is none. */
    private static void add(APIResponses responses, String code, Map<String, Example> examples) {
        String status = String.valueOf(example(examples, code).get("status"));
        APIResponse there = responses.getAPIResponse(status);
        responses.addAPIResponse(
                status,
                createAPIResponse().description(there == null ? code : there.getDescription() + SEPARATOR + code));
    }

    private static void complete(APIResponses responses, Map<String, Example> examples) {
        responses.getAPIResponses().forEach((status, response) -> {
            if (Integer.parseInt(status) >= STATUS_LEAST) {
                MediaType problem = createMediaType().schema(reference(PROBLEM));
                for (String code : response.getDescription().split(SEPARATOR, -1)) {
                    example(examples, code);
                    problem.addExample(code, createExample().ref(code));
                }
                response.setContent(createContent().addMediaType(MEDIA_TYPE, problem));
            }
        });
    }

    private static Map<?, ?> example(Map<String, Example> examples, String code) {
        Example example = examples.get(code);
        if (example == null || !(example.getValue() instanceof Map<?, ?> value)) {
            throw new IllegalStateException("of the problem " + code + " there is no example in META-INF/openapi.yaml");
        }
        return value;
    }

    private static Schema problem() {
        return createSchema()
                .description("Why a request was not served, see RFC 9457")
                .type(List.of(SchemaType.OBJECT))
                .addProperty("type", text("Identifies the kind of problem").format("uri"))
                .addProperty("title", text("The kind of problem in words, the same for every occurrence"))
                .addProperty(
                        "status",
                        createSchema().type(List.of(SchemaType.INTEGER)).description("The HTTP status"))
                .addProperty("detail", text("What was wrong here, where, and what to do"))
                .addProperty("code", text("Stable, for programs"))
                .addProperty(
                        "errors",
                        createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .description("One item a field, when fields were wrong")
                                .items(reference(FIELD_ERROR)))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema fieldError() {
        return createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("field", text("Where in the request"))
                .addProperty("message", text("What was wrong with it"))
                .required(List.of("field", "message"));
    }

    private static Schema text(String description) {
        return createSchema().type(List.of(SchemaType.STRING)).description(description);
    }

    private static Schema reference(String schema) {
        return createSchema().ref(schema);
    }
}
