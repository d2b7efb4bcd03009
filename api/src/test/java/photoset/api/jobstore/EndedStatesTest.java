package photoset.api.jobstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photoset.api.Records;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import photoset.workflows.plan.Plan;

/** The schema and the code agree on which states are final. */
class EndedStatesTest {
    private static final Records RECORDS = new Records();

    @AfterAll
    static void close() {
        RECORDS.close();
    }

    @ParameterizedTest
    @EnumSource
    void aJobHasEndedInTheFinalStates(JobState state) {
        var job = RECORDS.job(RECORDS.user("user-" + state.id(), Plan.FREE, 0), "job-" + state.id(), 1);

        RECORDS.run("update jobs set status = '%s' where id = '%s'".formatted(state.id(), job));

        assertThat(RECORDS.line("select ended from jobs where id = '" + job + "'"))
                .isEqualTo(String.valueOf(state.isFinal()));
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoHasEndedInTheFinalStates(ItemState state) {
        var job = RECORDS.job(RECORDS.user("item-" + state.id(), Plan.FREE, 0), "items-" + state.id(), 1);

        RECORDS.run("update job_items set status = '%s' where job_id = '%s'".formatted(state.id(), job));

        assertThat(RECORDS.line("select ended from job_items where job_id = '" + job + "'"))
                .isEqualTo(String.valueOf(state.isFinal()));
    }
}
