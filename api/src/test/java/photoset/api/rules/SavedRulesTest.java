package photoset.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photoset.api.TestPostgres;

class SavedRulesTest {
    @Test
    void migrates() {
        assertThat(TestPostgres.fresh().migrated().name()).startsWith("test");
    }
}
