package photoset.api.auth;

import photoset.workflows.UserId;

/**
 * The user behind a checked token; controllers take it as a parameter.
 *
 * @param user the token's subject
 * @param admin whether the token has the scope {@code admin}
 */
public record Caller(UserId user, boolean admin) {}
