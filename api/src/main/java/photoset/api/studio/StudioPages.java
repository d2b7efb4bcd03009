package photoset.api.studio;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;

/**
 * Answers every address of the studio with its one page, which shows what the address names. The addresses lie below a prefix
 * of their own, because those of the api ({@code /jobs/...}) mean its answers. A server that was built without the studio says
 * so in its place.
 */
@Configuration(proxyBeanMethods = false)
@InRole(Role.WEB)
class StudioPages {
    private static final Resource BUILT = new ClassPathResource("static/index.html");
    private static final Resource NOT_BUILT = new ClassPathResource("studio/not-built.html");

    /** The start page, told that photos were shared which it did not get. */
    private static final URI SHARED_IN_VAIN = URI.create("/?shared=missed");

    @Bean
    RouterFunction<ServerResponse> studio() {
        var page = BUILT.exists() ? BUILT : NOT_BUILT;
        return RouterFunctions.route(
                RequestPredicates.GET("/").or(RequestPredicates.GET("/studio")).or(RequestPredicates.GET("/studio/**")),
                // It names the hashed files of its build: kept, it would ask for those of an older one.
                _ -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(page));
    }

    /**
     * Answers what a phone shares with the installed studio. The service worker takes such photos before they reach the
     * network; here they arrive only where a browser has thrown it away, and nothing of theirs is read.
     */
    @Bean
    RouterFunction<ServerResponse> sharedInVain() {
        return RouterFunctions.route(
                RequestPredicates.POST("/studio/share"),
                _ -> ServerResponse.seeOther(SHARED_IN_VAIN).build());
    }
}
