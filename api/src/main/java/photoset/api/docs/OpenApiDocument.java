package photoset.api.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import photoset.api.auth.Caller;
import photoset.api.auth.RouteGroup;
import photoset.api.idempotency.RequestKey;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** The document at {@code /v3/api-docs}: made from the controllers, completed here with what holds for all of them. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
class OpenApiDocument {
    static final String BEARER = "bearer";
    private static final String REFUSAL = "Refusal";

    static final String KEY = "Idempotency-Key";

    private static final List<String> ENVELOPE = List.of("success", "data", "error", "meta");

    private static final Set<PathItem.HttpMethod> REPEATABLE =
            Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.DELETE);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Photoset")
                        .version("1")
                        .description("An album and one rule go in, a finished set of pictures comes out. Every answer "
                                + "is an envelope: success, data, error, meta. Open an account with POST /auth/anon "
                                + "and send its token as Authorization: Bearer.")
                        .license(new License().name("Apache-2.0")))
                .tags(List.of(
                        tag("Account", "Who you are and what you may spend"),
                        tag("Presets", "Domains, their concepts, and materials"),
                        tag("Rules", "Rules that you keep"),
                        tag("Jobs", "Albums on their way from photos to sets"),
                        tag("Providers", "For GPU providers that are no worker of ours"),
                        tag("Admin", "For operators"),
                        tag("Health", "Whether it can serve")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    RequiredFields requiredFields() {
        return new RequiredFields();
    }

    @Bean
    OperationRefusals refusals() {
        return new OperationRefusals(REFUSAL);
    }

    @Bean
    OpenApiCustomizer everyOperation(ObjectProvider<SchemaFacts> facts, OperationRefusals refusals) {
        return document -> {
            document.getComponents().addSchemas(REFUSAL, refusal());
            // Only what actions have in common; nobody refers to it.
            schemas(document).remove("Action");
            new Schemas(schemas(document))
                    .allow(
                            "Failure",
                            "code",
                            Stream.of(Problem.values()).map(Problem::name).toList());
            schemas(document).forEach(OpenApiDocument::successOnly);
            facts.forEach(some -> some.state(new Schemas(schemas(document))));
            CommonFields.limit(schemas(document));
            ClosedBodies.close(document, schemas(document));
            document.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        complete(path, method, operation);
                        refusals.state(path, method, operation);
                    }));
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Schema<?>> schemas(OpenAPI document) {
        return (Map<String, Schema<?>>)
                (Map<String, ?>) document.getComponents().getSchemas();
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (!needsNoToken(path, method)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
            if (takesKey(path, method) && parameters(operation).noneMatch(OpenApiDocument::isKey)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(KEY)
                        .required(false)
                        .description("The first answer to this key is replayed for 24 hours.")
                        .schema(key()));
            }
        }
        parameters(operation)
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> parameter.getSchema().setPattern(CommonFields.ID_PATTERN));
    }

    /** What repeats its answer by itself needs none. */
    private static boolean takesKey(String path, PathItem.HttpMethod method) {
        return REPEATABLE.contains(method)
                && !RouteGroup.isRepeating(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path));
    }

    private static boolean isKey(Parameter parameter) {
        return parameter.getName().equals(KEY);
    }

    private static Schema<Object> key() {
        var key = Schemas.typed("string");
        key.setPattern(RequestKey.PATTERN);
        return key;
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    private static boolean needsNoToken(String path, PathItem.HttpMethod method) {
        return RouteGroup.isOpen(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path));
    }

    /** An envelope with data has no error; refusals have a schema of their own. */
    private static void successOnly(String name, Schema<?> schema) {
        if (name.startsWith("Envelope") && schema.getProperties() != null) {
            schema.addProperty("error", nothing());
            schema.setRequired(ENVELOPE);
        }
    }

    private static Schema<?> refusal() {
        var refusal = Schemas.typed("object");
        refusal.addProperty("success", Schemas.typed("boolean"));
        refusal.addProperty("data", nothing());
        refusal.addProperty("error", Schemas.reference("Failure"));
        refusal.addProperty("meta", Schemas.reference("Meta"));
        refusal.setRequired(ENVELOPE);
        return refusal;
    }

    private static Schema<Object> nothing() {
        return Schemas.typed("null");
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
