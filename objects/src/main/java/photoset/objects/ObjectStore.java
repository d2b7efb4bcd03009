package photoset.objects;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bucket. All calls block; objects are written whole or not at all, and writing a key again replaces it. Every call
 * throws {@link StoreUnavailable} when the store does not answer or refuses.
 */
public final class ObjectStore {
    private final MinioClient client;
    private final MinioClient links;
    private final String bucket;

    public ObjectStore(StoreSettings settings) {
        this.client = connect(settings, settings.endpoint());
        this.links = connect(settings, settings.linkEndpoint());
        this.bucket = settings.bucket();
    }

    private static MinioClient connect(StoreSettings settings, URI endpoint) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
    }

    /** Opens an object to read, or empty if there is none. The caller closes the stream. */
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build()));
        } catch (ErrorResponseException refusal) {
            return whenMissing(refusal, "get", Optional.empty());
        } catch (MinioException failure) {
            throw new StoreUnavailable("get", failure);
        }
    }

    /**
     * Reads a whole object into memory.
     *
     * @throws StoreUnavailable also when there is no such object
     */
    public byte[] get(String key) {
        try (var in = open(key).orElseThrow(() -> new StoreUnavailable("get", new IOException("no such object")))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new StoreUnavailable("get", broken);
        }
    }

    /** The object's size in bytes, or empty if there is none. */
    public OptionalLong size(String key) {
        try {
            return OptionalLong.of(client.statObject(
                            StatObjectArgs.builder().bucket(bucket).object(key).build())
                    .size());
        } catch (ErrorResponseException refusal) {
            return whenMissing(refusal, "stat", OptionalLong.empty());
        } catch (MinioException failure) {
            throw new StoreUnavailable("stat", failure);
        }
    }

    /** Writes an object. */
    public void put(String key, byte[] bytes, String contentType) {
        try {
            client.putObject(PutObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .data(bytes, bytes.length)
                    .contentType(contentType)
                    .build());
        } catch (MinioException failure) {
            throw new StoreUnavailable("put", failure);
        }
    }

    /** Copies an object inside the store, without moving its bytes through this process. */
    public void copy(String from, String to) {
        try {
            client.copyObject(CopyObjectArgs.builder()
                    .bucket(bucket)
                    .object(to)
                    .source(SourceObject.builder().bucket(bucket).object(from).build())
                    .build());
        } catch (MinioException failure) {
            throw new StoreUnavailable("copy", failure);
        }
    }

    /** Deletes an object; a missing one is no failure. */
    public void delete(String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException failure) {
            throw new StoreUnavailable("delete", failure);
        }
    }

    /** A link that lets anybody read this object until it expires. Never log it or put it into a workflow. */
    public URI linkToGet(String key, Duration lifetime) {
        return link(Http.Method.GET, key, lifetime);
    }

    /** A link that lets anybody write this object until it expires. Never log it or put it into a workflow. */
    public URI linkToPut(String key, Duration lifetime) {
        return link(Http.Method.PUT, key, lifetime);
    }

    private URI link(Http.Method method, String key, Duration lifetime) {
        try {
            return URI.create(links.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(method)
                    .bucket(bucket)
                    .object(key)
                    .expiry(Math.toIntExact(lifetime.toSeconds()))
                    .build()));
        } catch (MinioException failure) {
            throw new StoreUnavailable("presign", failure);
        }
    }

    private static <T> T whenMissing(ErrorResponseException refusal, String call, T nothing) {
        if (refusal.response().code() == 404) {
            return nothing;
        }
        throw new StoreUnavailable(call, refusal);
    }
}
