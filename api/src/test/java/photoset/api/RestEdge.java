package photoset.api;

import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import photoset.api.presets.SegmenterVocabulary;

/** The part of the api that answers without Temporal and without an object store. */
@EnableAutoConfiguration(exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@ComponentScan({
    "photoset.api.account",
    "photoset.api.auth",
    "photoset.api.cors",
    "photoset.api.database",
    "photoset.api.docs",
    "photoset.api.health",
    "photoset.api.idempotency",
    "photoset.api.json",
    "photoset.api.limits",
    "photoset.api.materials",
    "photoset.api.plans",
    "photoset.api.presets",
    "photoset.api.problem",
    "photoset.api.ruleparser",
    "photoset.api.rules",
    "photoset.api.studio",
    "photoset.api.text",
    "photoset.api.vocabulary",
    "photoset.api.probe"
})
public class RestEdge {
    /** As before any worker ran. */
    @Bean
    SegmenterVocabulary.Source noSegmenter() {
        return Optional::empty;
    }
}
