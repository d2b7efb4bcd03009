package photoset.api.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import photoset.api.auth.RouteGroup;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;

/** What each call can be refused for, by status: what its method names, and what its address and its body bring. */
final class OperationRefusals implements OperationCustomizer {
    /** From here to where the address is known; taken out there. */
    private static final String OWN = "x-refusals";

    private static final Set<Problem> OF_ALL =
            EnumSet.of(Problem.VALIDATION_FAILED, Problem.NOT_ACCEPTABLE, Problem.INTERNAL_ERROR, Problem.UNAVAILABLE);

    private static final Set<Problem> OF_TOKENS =
            EnumSet.of(Problem.AUTH_REQUIRED, Problem.TOKEN_EXPIRED, Problem.TOKEN_INVALID, Problem.RATE_LIMITED);

    private final String schema;

    /** With the name of the schema that every refusal has. */
    OperationRefusals(String schema) {
        this.schema = schema;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        @Nullable Refuses own = method.getMethodAnnotation(Refuses.class);
        operation.addExtension(OWN, own == null ? List.of() : List.of(own.value()));
        return operation;
    }

    /** Adds an answer for each status; the parameters and the security of the call are known by now. */
    void state(String path, PathItem.HttpMethod method, Operation operation) {
        Map<Integer, List<Problem>> byStatus = all(path, method, operation).stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.status().value(), TreeMap::new, Collectors.toUnmodifiableList()));
        byStatus.forEach((status, problems) -> operation.getResponses().put(String.valueOf(status), answer(problems)));
        operation.getResponses().remove("default");
    }

    private static Set<Problem> all(String path, PathItem.HttpMethod method, Operation operation) {
        var all = EnumSet.copyOf(OF_ALL);
        if (takesToken(operation)) {
            all.addAll(OF_TOKENS);
        }
        if (RouteGroup.ADMIN.has(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path))) {
            all.add(Problem.FORBIDDEN);
        }
        boolean keyed = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(OpenApiDocument.KEY));
        if (keyed) {
            all.add(Problem.IDEMPOTENCY_CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            all.add(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        // What comes with a key is read even where nobody wants a body.
        if (keyed || operation.getRequestBody() != null) {
            all.addAll(EnumSet.of(Problem.REQUEST_TIMEOUT, Problem.PAYLOAD_TOO_LARGE));
        }
        own(operation).forEach(all::add);
        return all;
    }

    private static boolean takesToken(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream().anyMatch(scheme -> scheme.containsKey(OpenApiDocument.BEARER));
    }

    private static List<Problem> own(Operation operation) {
        @Nullable Map<String, Object> extensions = operation.getExtensions();
        @Nullable Object own = extensions == null ? null : extensions.remove(OWN);
        return own instanceof List<?> problems
                ? problems.stream().map(Problem.class::cast).toList()
                : List.of();
    }

    private ApiResponse answer(List<Problem> problems) {
        return new ApiResponse()
                .description(problems.stream()
                        .map(problem -> problem.name() + ": " + problem.sentence())
                        .collect(Collectors.joining("\n")))
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(Schemas.reference(schema))));
    }
}
