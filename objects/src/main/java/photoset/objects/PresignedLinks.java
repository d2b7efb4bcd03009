package photoset.objects;

import io.minio.Http;
import io.minio.Signer;
import io.minio.Time;
import io.minio.Utils;
import io.minio.errors.MinioException;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Makes links that carry their own permission, without asking the store. The library's own call drops
 * {@code Content-Type} and {@code Content-Length} before it signs, so only its parts are used.
 */
final class PresignedLinks {
    private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

    private final StoreSettings settings;
    private final Http.BaseUrl base;

    PresignedLinks(StoreSettings settings) {
        this.settings = settings;
        this.base = new Http.BaseUrl(settings.linkEndpoint().toString());
    }

    URI get(String key, ResponseHeaders answer, Duration lifetime) {
        var query = Map.of(
                "response-content-type", answer.contentType(),
                "response-content-disposition", answer.contentDisposition());
        return link(Http.Method.GET, key, query, Map.of(), lifetime);
    }

    URI put(String key, Duration lifetime) {
        return link(Http.Method.PUT, key, Map.of(), Map.of(), lifetime);
    }

    URI put(String key, UploadTerms terms, Duration lifetime) {
        var headers = Map.of("Content-Type", terms.contentType(), "Content-Length", Long.toString(terms.bytes()));
        return link(Http.Method.PUT, key, Map.of(), headers, lifetime);
    }

    private URI link(
            Http.Method method, String key, Map<String, String> query, Map<String, String> headers, Duration lifetime) {
        try {
            // The constructor that takes a map has one beside it that needs a library which is not compiled against.
            var parameters = new Http.QueryParameters();
            query.forEach(parameters::put);
            var url = base.buildUrl(method, settings.bucket(), key, settings.region(), parameters);
            var request = new Request.Builder()
                    .url(url)
                    .method(method.name(), method == Http.Method.PUT ? NOTHING : null)
                    .header("Host", Utils.getHostHeader(url))
                    .header("X-Amz-Date", ZonedDateTime.now(Time.UTC).format(Time.AMZ_DATE_FORMAT));
            headers.forEach(request::header);
            return Signer.presignV4(
                            request.build(),
                            settings.region(),
                            settings.accessKey(),
                            settings.secretKey(),
                            Math.toIntExact(lifetime.toSeconds()))
                    .uri();
        } catch (MinioException failure) {
            throw new StoreUnavailable("presign", failure);
        }
    }
}
