package photoset.api.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A name or a sentence in every {@link Language}. */
public record LocalizedText(
        @JsonProperty("en") String en, @JsonProperty("ko") String ko) {
    public LocalizedText {
        if (en.isBlank() || ko.isBlank()) {
            throw new IllegalArgumentException("Words need both languages, en and ko.");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case KO -> ko;
        };
    }
}
