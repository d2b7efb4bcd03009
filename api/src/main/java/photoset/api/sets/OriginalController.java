package photoset.api.sets;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.Presigner;
import reactor.core.publisher.Mono;

/**
 * Where printed links lead: to the photo as it was, as long as the set is kept. No call for clients, and not in the API
 * document. The key in the address is all that is asked for, since whoever holds the print may see the original.
 */
@RestController
@InRole(Role.WEB)
@Hidden
class OriginalController {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern IDX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final SetQueries queries;
    private final Presigner presigner;

    OriginalController(SetQueries queries, Presigner presigner) {
        this.queries = queries;
        this.presigner = presigner;
    }

    @GetMapping("/originals/{key}/{idx}")
    Mono<ResponseEntity<Void>> original(@PathVariable String key, @PathVariable String idx) {
        if (!KEY.matcher(key).matches() || !IDX.matcher(idx).matches()) {
            throw ApiException.because(Problem.NOT_FOUND);
        }
        int photo = Integer.parseInt(idx);
        return queries.original(key, photo)
                .switchIfEmpty(Mono.error(() -> ApiException.because(
                        Problem.NOT_FOUND,
                        "The original is not kept any more. Ask whoever gave you the picture for it.")))
                .map(keys -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(
                                HttpHeaders.LOCATION,
                                presigner.toView(photo, keys.view(photo)).toString())
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
