package photoset.api.health;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** What the answer of a healthy api may say, for the API document. */
@Component
@InRole(Role.WEB)
class HealthSchemas implements SchemaFacts {
    private final List<Dependency> dependencies;

    HealthSchemas(List<Dependency> dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public void state(Schemas schemas) {
        var parts = schemas.field("Health", "parts");
        parts.setPropertyNames(
                Schemas.word(dependencies.stream().map(Dependency::name).toList()));
        parts.setMaxProperties(dependencies.size());
        parts.setAdditionalProperties(Schemas.word(List.of(Dependencies.UP)));
    }
}
