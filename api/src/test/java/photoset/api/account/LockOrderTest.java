package photoset.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import photoset.api.ApiTest;
import photoset.api.RunningApi;
import photoset.api.auth.OfflineTokens;

/** Whoever needs several rows of a user takes them in the same order as everybody else, so nobody waits in a ring. */
class LockOrderTest {
    /** In the wrong order the first few rounds meet. */
    private static final int ROUNDS = 15;

    private static final RunningApi RUNNING = RunningApi.shared();

    @Test
    void aJobIsAdmittedWhileThePlanChanges() throws InterruptedException, ExecutionException {
        var user = RUNNING.pro();
        var id = RunningApi.user(user);
        var operator = RUNNING.stranger()
                .with(OfflineTokens.run("token", "--admin", "ops", "--photoset.auth.secret=" + ApiTest.SECRET));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                var change = "{\"plan\":\"pro\",\"grant\":1,\"reason\":\"round-" + round + "\"}";
                Callable<Integer> admission = () -> user.post("/jobs", "{\"preset\":\"interior\",\"item_count\":1}")
                        .status();
                Callable<Integer> planChange = () -> operator.send(HttpMethod.PATCH, "/admin/users/" + id, change)
                        .status();
                var answers = threads.invokeAll(List.of(admission, planChange));
                assertThat(answers.getFirst().get())
                        .as("job of round %d", round)
                        .isEqualTo(201);
                assertThat(answers.getLast().get())
                        .as("plan of round %d", round)
                        .isEqualTo(200);
                RUNNING.records.run("update jobs set status = 'canceled' where user_id = '" + id + "'");
            }
        }
        assertThat(user.credits()).isEqualTo(10 + ROUNDS + " 0");
    }
}
