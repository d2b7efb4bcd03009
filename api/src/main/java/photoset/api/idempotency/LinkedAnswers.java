package photoset.api.idempotency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import photoset.workflows.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes the links out of answers before they are kept, and puts fresh ones into those that are replayed. */
@Component
final class LinkedAnswers {
    private final List<AnswerLinks> kinds;
    private final JsonMapper json;

    LinkedAnswers(ObjectProvider<AnswerLinks> kinds, JsonMapper json) {
        this.kinds = kinds.orderedStream().toList();
        this.json = json;
    }

    /** The answer with null in the place of every list of links. */
    StoredAnswer withoutLinks(StoredAnswer answer) {
        var present = kinds.stream().filter(kind -> names(answer, kind)).toList();
        if (present.isEmpty()) {
            return answer;
        }
        var tree = json.readTree(answer.body());
        if (tree.path("data") instanceof ObjectNode data) {
            present.stream()
                    .map(AnswerLinks::field)
                    .filter(field -> !data.path(field).isEmpty())
                    .forEach(data::putNull);
        }
        return answer.with(json.writeValueAsString(tree));
    }

    /** The answer as it was, with links of now. */
    Mono<StoredAnswer> withFreshLinks(UserId owner, StoredAnswer answer) {
        var present = kinds.stream().filter(kind -> names(answer, kind)).toList();
        return present.isEmpty() ? Mono.just(answer) : filled(owner, answer, json.readTree(answer.body()), present);
    }

    private Mono<StoredAnswer> filled(UserId owner, StoredAnswer answer, JsonNode tree, List<AnswerLinks> present) {
        if (!(tree.path("data") instanceof ObjectNode data)) {
            return Mono.just(answer);
        }
        return Flux.fromIterable(present)
                .filter(kind -> isLeftOut(data.get(kind.field())))
                .concatMap(kind ->
                        kind.fresh(owner, data).doOnNext(links -> data.set(kind.field(), json.valueToTree(links))))
                .then(Mono.fromSupplier(() -> answer.with(json.writeValueAsString(tree))));
    }

    private static boolean isLeftOut(@Nullable JsonNode links) {
        return links != null && links.isNull();
    }

    /** Spares most answers the reading. */
    private static boolean names(StoredAnswer answer, AnswerLinks kind) {
        return answer.body().contains("\"" + kind.field() + "\"");
    }
}
