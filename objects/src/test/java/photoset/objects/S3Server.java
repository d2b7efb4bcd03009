package photoset.objects;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server on a folder and a free port of this machine, for tests of every module. */
public final class S3Server implements AutoCloseable {
    /** More bytes than any test writes into one object. */
    public static final long ANY_LENGTH = 100L << 20;

    private static final String BUCKET = "photoset";
    private static final String ACCESS_KEY = "photoset";
    private static final String SECRET_KEY = "photoset-secret";

    private final S3Proxy server;

    private S3Server(S3Proxy server) {
        this.server = server;
    }

    /** Starts it with one empty bucket in {@code folder}. */
    public static S3Server in(Path folder) {
        try {
            Files.createDirectories(folder.resolve(BUCKET));
            var server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                    .build();
            server.start();
            return new S3Server(server);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (Exception broken) {
            throw new IllegalStateException("The S3 server did not start.", broken);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** How to reach it. */
    public StoreSettings settings() {
        return settings(SECRET_KEY);
    }

    /** The same with another secret key. */
    public StoreSettings settings(String secretKey) {
        return new StoreSettings(endpoint(), null, "us-east-1", BUCKET, ACCESS_KEY, secretKey);
    }

    public ObjectStore store() {
        return new ObjectStore(settings());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("The S3 server did not stop.", broken);
        }
    }
}
