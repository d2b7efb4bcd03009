package photoset.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.ModelConverters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredFieldsTest {
    private final ModelConverters converters = new ModelConverters(true);

    RequiredFieldsTest() {
        converters.addConverter(new RequiredFields());
    }

    private static final class One {
        record Thing(
                @JsonProperty("a") String a,
                @JsonProperty("b") @Nullable String b) {}
    }

    private static final class Two {
        record Thing(@JsonProperty("c") String c) {}
    }

    @Test
    void whatIsNotNullableIsRequired() {
        assertThat(converters
                        .readAll(One.Thing.class)
                        .get("Thing")
                        .getRequired()
                        .toString())
                .isEqualTo("[a]");
        assertThat(converters.readAll(One.Thing.class)).containsOnlyKeys("Thing");
    }

    @Test
    void twoRecordsDoNotBecomeOneSchema() {
        converters.readAll(One.Thing.class);
        assertThatThrownBy(() -> converters.readAll(Two.Thing.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("One$Thing", "Two$Thing", "@Schema(name");
    }
}
