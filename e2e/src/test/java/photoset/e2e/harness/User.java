package photoset.e2e.harness;

import photoset.cli.client.PhotosetClient;
import tools.jackson.databind.JsonNode;

/** Someone with an account. */
public record User(String id, PhotosetClient client) {
    /** What can be spent now. */
    public long credits() {
        return account().path("credits").asLong();
    }

    /** What running jobs have put aside. */
    public long held() {
        return account().path("held_credits").asLong();
    }

    private JsonNode account() {
        return client.get("/me").orRefuse();
    }
}
