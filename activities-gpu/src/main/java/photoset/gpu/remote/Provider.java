package photoset.gpu.remote;

import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import photoset.workflows.photos.PhotoError;
import tools.jackson.databind.json.JsonMapper;

/** The provider's door. */
final class Provider implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final RemoteSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    Provider(RemoteSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands an order in; returns when the provider has accepted it.
     *
     * @throws ProviderUnavailable if the provider is away or busy
     * @throws ApplicationFailure permanently if it refuses
     */
    void accept(WorkOrder order) {
        int status = status(request(order));
        if (status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw new ProviderUnavailable("answered " + status);
        }
        if (status >= 300) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The segmentation provider refused the photo (HTTP " + status + ").",
                    PhotoError.SEGMENTATION_FAILED.name());
        }
    }

    private HttpRequest request(WorkOrder order) {
        var request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.idempotencyPrefix())
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(order)));
        if (settings.bearer() != null) {
            request.header("Authorization", "Bearer " + settings.bearer());
        }
        return request.build();
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            // The cause's message may hold an address; its kind is enough to look for it.
            throw new ProviderUnavailable("did not answer: " + away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("was not waited for");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
