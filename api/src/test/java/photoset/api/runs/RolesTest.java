package photoset.api.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

class RolesTest {
    @Configuration(proxyBeanMethods = false)
    @Import({Worker.class, Edge.class})
    static class Both {}

    @InRole(Role.JOBS)
    static class Worker {}

    @InRole(Role.WEB)
    static class Edge {}

    @ParameterizedTest
    @CsvSource({"'web,jobs', true, true", "web, false, true", "jobs, true, false"})
    void aProcessHasWhatItsRolesNeed(String roles, boolean worker, boolean edge) {
        assertThat(JobsWorker.class.getAnnotation(InRole.class).value()).isEqualTo(Role.JOBS);
        new ApplicationContextRunner()
                .withUserConfiguration(Both.class)
                .withPropertyValues("photoset.roles=" + roles)
                .run(context -> {
                    assertThat(context.getBeansOfType(Worker.class).isEmpty()).isEqualTo(!worker);
                    assertThat(context.getBeansOfType(Edge.class).isEmpty()).isEqualTo(!edge);
                });
    }
}
