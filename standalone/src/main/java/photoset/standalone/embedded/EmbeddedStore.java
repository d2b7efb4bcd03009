package photoset.standalone.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server on a folder: one bucket, in which each object is one file at the path that its key names. */
public final class EmbeddedStore implements Closeable {
    /** The one bucket. */
    public static final String BUCKET = "photoset";

    /** Bytes of one request whose hash is checked, held in memory meanwhile; above the largest result, a PNG of 50 MP. */
    private static final long SIGNED_BYTES_MAX = 256L << 20;

    private final S3Proxy proxy;
    private final URI endpoint;

    private EmbeddedStore(S3Proxy proxy, URI endpoint) {
        this.proxy = proxy;
        this.endpoint = endpoint;
    }

    /**
     * Starts the server on the installation's bucket.
     *
     * @param origins whose pages may use presigned links in a browser
     */
    static EmbeddedStore start(DataFolder folder, Ports ports, Secrets secrets, Set<String> origins)
            throws IOException {
        var root = folder.privateFolder("store");
        Files.createDirectories(folder.bucket());
        var endpoint = URI.create("http://127.0.0.1:" + ports.of("store"));
        var key = new Key(secrets.storeKey(), secrets.storeSecret());
        return new EmbeddedStore(serve(root, endpoint, key, origins), endpoint);
    }

    /** The one user of the store. */
    record Key(String access, String secret) {}

    /** Serves a folder, each folder in it a bucket. */
    static S3Proxy serve(Path root, URI endpoint, Key key, Set<String> origins) {
        var proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(root.toString()))
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V4, key.access(), key.secret())
                .corsRules(cors(origins))
                .v4MaxNonChunkedRequestSize(SIGNED_BYTES_MAX)
                .build();
        try {
            proxy.start();
            return proxy;
        } catch (Exception failure) { // what S3Proxy declares
            throw new UserError("The object store did not start: " + failure.getMessage(), failure);
        }
    }

    /** A link is the permission; the rules only let a page read the answer. */
    private static CrossOriginResourceSharing cors(Set<String> origins) {
        var patterns = origins.stream().map(Pattern::quote).toList();
        return new CrossOriginResourceSharing(
                patterns, List.of("GET", "HEAD", "PUT"), List.of("*"), List.of("ETag"), "");
    }

    /** Where the server answers, for this installation's processes and for clients. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception failure) { // what S3Proxy declares
            throw new IllegalStateException("The object store did not stop.", failure);
        }
    }
}
