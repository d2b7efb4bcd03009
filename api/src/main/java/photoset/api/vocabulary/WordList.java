package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/** Words that mean the same, in both languages. */
record WordList(
        @JsonProperty("en") List<String> en,
        @JsonProperty("ko") List<String> ko) {
    WordList {
        en = List.copyOf(en);
        ko = List.copyOf(ko);
    }

    Stream<String> all() {
        return Stream.concat(en.stream(), ko.stream());
    }
}
