package photoset.api.studio;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** How long browsers keep the files of the studio: those with a hash in their name for good, the others are asked for anew. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
class StudioFiles implements WebFluxConfigurer {
    /** The most that caches take for "for ever". */
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_A_YEAR);
        files.addResourceHandler("/*.*")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }
}
