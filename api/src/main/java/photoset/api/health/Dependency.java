package photoset.api.health;

import reactor.core.publisher.Mono;

/**
 * A server that the process needs. Each is a bean of the package that talks to it.
 *
 * @param name one word
 * @param question asks it something cheap; completes when it answers as it should, fails else. May hang and may be
 *     canceled; each subscription asks anew
 */
public record Dependency(String name, Mono<?> question) {}
