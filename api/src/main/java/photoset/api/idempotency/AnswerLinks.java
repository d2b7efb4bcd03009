package photoset.api.idempotency;

import photoset.workflows.UserId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Presigned links in the {@code data} of an answer. They are secrets and go stale before the answer does, so they are left
 * out of what is kept and made anew whenever it is replayed.
 */
public interface AnswerLinks {
    /** The field of {@code data} that holds them, one or a list. */
    String field();

    /**
     * What the field holds now; of a list an empty one when the links serve no purpose any more.
     *
     * @param owner who got the first answer
     * @param data of the kept answer, without the links
     */
    Mono<?> fresh(UserId owner, JsonNode data);
}
