package dev.triad.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import dev.triad.access.Needs;
import dev.triad.access.Open;
import dev.triad.access.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every operation whom it is for, as its method's {@link Needs} or {@link Open} has it: the security schemes, and
 * for programs {@value #EXTENSION}. An operation that says neither fails the build, so that none is forgotten.
 */
final class NeededAccess {
    static final String EXTENSION = "x-triad-access";

    private static final String BEARER = "bearer";
    private static final String SESSION = "session";
    private static final String COOKIE = "triad-session";
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName NEEDS = DotName.createSimple(Needs.class);
    private static final DotName OPEN = DotName.createSimple(Open.class);

    private record Address(String path, HttpMethod method) {}

    private final Map<Address, MethodInfo> methods = new HashMap<>();

    NeededAccess(IndexView index) {
        for (HttpMethod method : HttpMethod.values()) {
            for (AnnotationInstance verb : index.getAnnotations("jakarta.ws.rs." + method)) {
                MethodInfo found = verb.target().asMethod();
                methods.put(new Address(path(found), method), found);
            }
        }
    }

    /** Describes all operations; the given action is for those that may refuse. */
    void describe(OpenAPI document, Consumer<Operation> refusing) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description("Asked for where access is controlled: docs/security.md"))
                .addSecurityScheme(
                        SESSION,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(COOKIE)
                                .description("The same token, as the ledger's page keeps it"));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> describe(new Address(path, method), operation, refusing)));
    }

    private void describe(Address address, Operation operation, Consumer<Operation> refusing) {
        MethodInfo method = methods.get(address);
        AnnotationInstance open = annotation(method, OPEN);
        AnnotationInstance needs = annotation(method, NEEDS);
        if (open != null && needs == null) {
            operation.addExtension(EXTENSION, Map.of("open", open.value().asString()));
        } else if (needs != null && open == null) {
            describe(needs, operation);
            refusing.accept(operation);
        } else {
            throw new IllegalStateException(
                    address.method() + " " + address.path() + " must say whom it is for, by @Needs or else by @Open");
        }
    }

    private static void describe(AnnotationInstance needs, Operation operation) {
        AnnotationValue everyGroup = needs.value("everyGroup");
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("role", Role.valueOf(needs.value().asEnum()).code());
        access.put("everyGroup", everyGroup != null && everyGroup.asBoolean());
        operation.addExtension(EXTENSION, access);
        operation
                .addSecurityRequirement(createSecurityRequirement().addScheme(BEARER))
                .addSecurityRequirement(createSecurityRequirement().addScheme(SESSION));
    }

    private static @Nullable AnnotationInstance annotation(@Nullable MethodInfo method, DotName name) {
        return method == null ? null : method.declaredAnnotation(name);
    }

    private static String path(MethodInfo method) {
        String path =
                segment(method.declaringClass().declaredAnnotation(PATH)) + segment(method.declaredAnnotation(PATH));
        return path.isEmpty() ? "/" : path;
    }

    private static String segment(@Nullable AnnotationInstance path) {
        String text = path == null ? "" : path.value().asString().replaceAll("^/+|/+$", "");
        return text.isEmpty() ? "" : "/" + text;
    }
}
