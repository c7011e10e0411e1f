package dev.triad.openapi;

import dev.triad.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record in the document which of its fields are always there: those whose component is not
 * {@link Nullable}. What is null is left out of an answer.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class RequiredComponents implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    /** It leaves out what is empty, too; {@link ProblemResponses} says what it has. */
    private static final DotName PROBLEM = DotName.createSimple(Problem.class);

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, List<ClassInfo>> records;

    public RequiredComponents(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(record -> !record.name().equals(PROBLEM))
                .collect(Collectors.groupingBy(RequiredComponents::schemaName));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                records.getOrDefault(name, List.of()).stream()
                        .filter(candidate -> names(candidate)
                                .containsAll(schema.getProperties().keySet()))
                        .findFirst()
                        .ifPresent(found -> schema.setRequired(required(found, schema)));
            }
        });
    }

    private static List<String> required(ClassInfo record, Schema schema) {
        return record.recordComponentsInDeclarationOrder().stream()
                .filter(component -> schema.getProperties().containsKey(component.name()))
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .toList();
    }

    private static Set<String> names(ClassInfo record) {
        return record.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static String schemaName(ClassInfo record) {
        AnnotationInstance schema = record.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? record.simpleName()
                : schema.value("name").asString();
    }
}
