package photoset.api.account;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** What a change of an account must say, for the API document. */
@Component
@InRole(Role.WEB)
class AccountSchemas implements SchemaFacts {
    @Override
    public void state(Schemas schemas) {
        schemas.of("AccountChange").setAnyOf(List.of(Schemas.having("plan"), Schemas.having("grant")));
    }
}
