package photoset.api.sets;

import org.springframework.web.server.ServerWebExchange;
import photoset.api.language.Language;
import photoset.workflows.sets.SetLanguage;

/**
 * What a request says of a set without words: the language of its sender, and where it reached this service.
 *
 * @param linkBase e.g. {@code https://photos.example.com}; behind a trusted proxy the address that the client knows
 */
public record SetTerms(SetLanguage language, String linkBase) {
    /** Of a request. */
    public static SetTerms of(ServerWebExchange exchange) {
        var uri = exchange.getRequest().getURI();
        var language = switch (Language.of(exchange)) {
            case EN -> SetLanguage.EN;
            case KO -> SetLanguage.KO;
        };
        return new SetTerms(language, uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
