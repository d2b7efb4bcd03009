package photoset.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;

@ApiTest
class AccountTest {
    private final Api api;

    AccountTest(@LocalServerPort int port) {
        this.api = Api.at(port);
    }

    @Test
    void signingUpOpensAFreeAccount() {
        var answer = api.post("/auth/anon", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("$.data.plan")).isEqualTo("free");
    }
}
