package photoset.api.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RoleTest {
    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Both.class);

    @Test
    void bothRolesAreTheDefault() {
        app.run(context -> assertThat(context).hasBean("web").hasBean("jobs"));
        app.withPropertyValues("photoset.roles=jobs, web")
                .run(context -> assertThat(context).hasBean("web").hasBean("jobs"));
    }

    @Test
    void oneRoleLeavesOutTheOther() {
        app.withPropertyValues("photoset.roles=web")
                .run(context -> assertThat(context).hasBean("web").doesNotHaveBean("jobs"));
        app.withPropertyValues("photoset.roles=jobs")
                .run(context -> assertThat(context).hasBean("jobs").doesNotHaveBean("web"));
    }

    @Test
    void anUnknownRoleStopsTheStart() {
        app.withPropertyValues("photoset.roles=web,job")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("photoset.roles lists web, jobs or both (web,jobs), not 'job'."));
        app.withPropertyValues("photoset.roles=")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    static class Both {
        @Bean
        @InRole(Role.WEB)
        String web() {
            return "web";
        }

        @Bean
        @InRole(Role.JOBS)
        String jobs() {
            return "jobs";
        }
    }
}
