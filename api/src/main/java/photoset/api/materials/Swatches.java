package photoset.api.materials;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/** Serves the small pictures of the catalogue; they are drawn when the product is built, since the api draws nothing. */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
class Swatches implements WebFluxConfigurer {
    static final String PATH = "/swatches/";

    /** A new version of the product may draw a material anew; a day later everybody sees it. */
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(1, TimeUnit.DAYS).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler(PATH + "*.jpg")
                .addResourceLocations("classpath:/static/swatches/")
                .setCacheControl(FOR_A_DAY);
    }
}
