package photoset.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class FailureMappingTest {
    @Test
    void whatDoesNotAnswerIsUnavailable() {
        for (Throwable away : new Throwable[] {
            new R2dbcTimeoutException("acquire"),
            new IllegalStateException(new R2dbcNonTransientResourceException("shut down")),
            new IllegalStateException(new ConnectException("refused")),
            new IllegalStateException(Status.UNAVAILABLE.asRuntimeException()),
            Status.DEADLINE_EXCEEDED.asRuntimeException()
        }) {
            var refused = FailureMapping.of(away);
            assertThat(refused.problem()).as(away.toString()).isEqualTo(Problem.UNAVAILABLE);
            assertThat(refused.retryAfter()).isNotNull();
        }
    }

    @Test
    void whatIsOurFaultIsAnInnerError() {
        assertThat(FailureMapping.of(new NullPointerException()).problem()).isEqualTo(Problem.INTERNAL_ERROR);
        assertThat(FailureMapping.of(Status.INVALID_ARGUMENT.asRuntimeException())
                        .problem())
                .isEqualTo(Problem.INTERNAL_ERROR);
    }

    @Test
    void aStatusOfTheFrameworkIsTheGeneralProblemOfThatStatus() {
        assertThat(problem(HttpStatus.NOT_FOUND)).isEqualTo(Problem.NOT_FOUND);
        assertThat(problem(HttpStatus.BAD_REQUEST)).isEqualTo(Problem.VALIDATION_FAILED);
        assertThat(problem(HttpStatus.METHOD_NOT_ALLOWED)).isEqualTo(Problem.METHOD_NOT_ALLOWED);
        assertThat(problem(HttpStatus.CONTENT_TOO_LARGE)).isEqualTo(Problem.PAYLOAD_TOO_LARGE);
        assertThat(problem(HttpStatus.URI_TOO_LONG)).isEqualTo(Problem.VALIDATION_FAILED);
        assertThat(problem(HttpStatus.BAD_GATEWAY)).isEqualTo(Problem.INTERNAL_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAStatusAndASentence(Problem problem) {
        assertThat(problem.status().isError()).isTrue();
        assertThat(problem.sentence()).endsWith(".");
    }

    private static Problem problem(HttpStatus status) {
        return FailureMapping.of(new ResponseStatusException(status)).problem();
    }
}
