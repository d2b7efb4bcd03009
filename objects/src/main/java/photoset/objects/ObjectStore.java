package photoset.objects;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The bucket. All calls block; objects are written whole or not at all, and writing a key again replaces it. Every call
 * throws {@link StoreUnavailable} when the store does not answer or refuses.
 */
public final class ObjectStore {
    /** A store in the same network answers a connection at once; what takes longer is away and is tried again later. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    /** Between two packets, not for a whole object. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    /** Of an object that is written as it comes: the 10,000 parts that S3 takes make 80 GB, and few are in memory. */
    private static final long PART_BYTES = 8L << 20;

    /** Of one request that lists or deletes; S3 takes no more. */
    public static final int PAGE_MAX = 1000;

    private final MinioClient client;
    private final PresignedLinks links;
    private final String bucket;

    public ObjectStore(StoreSettings settings) {
        this.client = connect(settings, settings.endpoint(), http());
        this.links = new PresignedLinks(settings);
        this.bucket = settings.bucket();
    }

    // The library's own HTTP client parses every certificate file of the system first, which takes seconds, and asks a
    // host at most five things at once; its threads keep a process alive for a minute after its end.
    static OkHttpClient http() {
        var threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("store-", 0).daemon().factory());
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets())
                .connectTimeout(CONNECT_MAX)
                .readTimeout(SILENCE_MAX)
                .writeTimeout(SILENCE_MAX)
                .build();
    }

    private static MinioClient connect(StoreSettings settings, URI endpoint, OkHttpClient http) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                .httpClient(http)
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
    }

    // IllegalStateException, here and below: how the library reports a connection that was refused.

    /** Opens an object to read, or empty if there is none. The caller closes the stream. */
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build()));
        } catch (ErrorResponseException refusal) {
            return whenMissing(refusal, "get", Optional.empty());
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("get", failure);
        }
    }

    /**
     * Reads a whole object into memory.
     *
     * @param bytesMax what it may have at most; no more than one byte beyond is read
     * @throws ObjectMissing if there is no such object
     * @throws ObjectTooLarge if it has more
     */
    public byte[] get(String key, long bytesMax) {
        return find(key, bytesMax).orElseThrow(() -> new ObjectMissing(key));
    }

    /**
     * Reads a whole object into memory, or empty if there is none.
     *
     * @param bytesMax what it may have at most; no more than one byte beyond is read
     * @throws ObjectTooLarge if it has more
     */
    public Optional<byte[]> find(String key, long bytesMax) {
        var opened = open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var in = opened.get()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(bytesMax + 1));
            if (bytes.length > bytesMax) {
                throw new ObjectTooLarge(key, bytesMax);
            }
            return Optional.of(bytes);
        } catch (IOException broken) {
            throw new StoreUnavailable("get", broken);
        }
    }

    /** The object's size in bytes, or empty if there is none. */
    public OptionalLong size(String key) {
        return version(key).map(found -> OptionalLong.of(found.bytes())).orElseGet(OptionalLong::empty);
    }

    /** What lies there now, or empty if there is nothing. */
    public Optional<ObjectVersion> version(String key) {
        try {
            var found = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return Optional.of(new ObjectVersion(found.etag(), found.size()));
        } catch (ErrorResponseException refusal) {
            return whenMissing(refusal, "stat", Optional.empty());
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("stat", failure);
        }
    }

    /** Reads these bytes into memory and never more; empty if others lie there by now, or none. */
    public Optional<byte[]> get(String key, ObjectVersion version) {
        try (var in = client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .matchETag("\"" + version.etag() + "\"")
                .build())) {
            byte[] bytes = in.readNBytes(Math.toIntExact(version.bytes() + 1));
            return bytes.length == version.bytes() ? Optional.of(bytes) : Optional.empty();
        } catch (ErrorResponseException refusal) {
            return whenChanged(refusal, "get", Optional.empty());
        } catch (MinioException | IllegalStateException | IOException failure) {
            throw new StoreUnavailable("get", failure);
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
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("put", failure);
        }
    }

    /**
     * Writes an object of unknown size as it comes, some megabytes in memory at a time.
     *
     * @throws IOException if the content cannot be written, and whatever else it throws; nothing is stored then
     */
    public void stream(String key, String contentType, ObjectContent content) throws IOException {
        try (var piped = new PipedContent(content)) {
            try {
                client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(piped, -1L, PART_BYTES)
                        .contentType(contentType)
                        .build());
            } catch (MinioException | IllegalStateException failure) {
                piped.throwWhatItThrew();
                throw new StoreUnavailable("put", failure);
            }
        }
    }

    /**
     * Copies these bytes inside the store, without moving them through this process; false, and no copy stays, if others
     * lie there by now, or none. Looks again after the copy instead of making it conditional, which not every store can.
     */
    public boolean copy(String from, ObjectVersion version, String to) {
        try {
            client.copyObject(CopyObjectArgs.builder()
                    .bucket(bucket)
                    .object(to)
                    .source(SourceObject.builder().bucket(bucket).object(from).build())
                    .build());
        } catch (ErrorResponseException refusal) {
            return whenMissing(refusal, "copy", false);
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("copy", failure);
        }
        var copied = size(to);
        if (version(from).equals(Optional.of(version)) && copied.isPresent() && copied.getAsLong() == version.bytes()) {
            return true;
        }
        delete(to);
        return false;
    }

    /** Deletes an object; a missing one is no failure. */
    public void delete(String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("delete", failure);
        }
    }

    /**
     * Objects whose keys begin with {@code prefix}, in the order of their keys, from the first beyond {@code after}.
     *
     * @param after a key, or null to begin with the first
     * @param max 1 to {@link #PAGE_MAX}; fewer are answered only at the end
     */
    public List<StoredObject> list(String prefix, @Nullable String after, int max) {
        var found = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after)
                .recursive(true)
                .maxKeys(max)
                .build());
        List<StoredObject> page = new ArrayList<>();
        try {
            // Asking the iterator for more than one page would make it fetch the next.
            for (var one = found.iterator(); page.size() < max && one.hasNext(); ) {
                var item = one.next().get();
                page.add(new StoredObject(item.objectName(), item.lastModified().toInstant()));
            }
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("list", failure);
        }
        return page;
    }

    /** Deletes up to {@link #PAGE_MAX} objects in one request; missing ones are no failure. */
    public void deleteAll(Collection<String> keys) {
        var refused = client.removeObjects(RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(keys.stream().map(DeleteRequest.Object::new).toList())
                .build());
        try {
            for (var failure : refused) {
                throw new StoreUnavailable(
                        "delete", new IOException(failure.get().code()));
            }
        } catch (MinioException | IllegalStateException failure) {
            throw new StoreUnavailable("delete", failure);
        }
    }

    /**
     * A link that lets anybody read this object until it expires, and is answered with these headers whatever the object
     * was written with. Never log it or put it into a workflow.
     */
    public URI linkToGet(String key, ResponseHeaders answer, Duration lifetime) {
        return links.get(key, answer, lifetime);
    }

    /**
     * A link that lets anybody write this object until it expires, any bytes of any length: whoever reads them must bound
     * what is read. Never log it or put it into a workflow.
     */
    public URI linkToPut(String key, Duration lifetime) {
        return links.put(key, lifetime);
    }

    /** As {@link #linkToPut(String, Duration)}; the store takes nothing that breaks the terms. */
    public URI linkToPut(String key, UploadTerms terms, Duration lifetime) {
        return links.put(key, terms, lifetime);
    }

    private static <T> T whenChanged(ErrorResponseException refusal, String call, T nothing) {
        return refusal.response().code() == 412 ? nothing : whenMissing(refusal, call, nothing);
    }

    private static <T> T whenMissing(ErrorResponseException refusal, String call, T nothing) {
        if (refusal.response().code() == 404) {
            return nothing;
        }
        throw new StoreUnavailable(call, refusal);
    }
}
