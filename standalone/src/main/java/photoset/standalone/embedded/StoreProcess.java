package photoset.standalone.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The object store in a JVM of its own, told by its environment what to serve. */
public final class StoreProcess {
    static final String ROOT = "PHOTOSET_STORE_ROOT";
    static final String ENDPOINT = "PHOTOSET_STORE_ENDPOINT";
    static final String ACCESS_KEY = "PHOTOSET_STORE_ACCESSKEY";
    static final String SECRET_KEY = "PHOTOSET_STORE_SECRETKEY";

    private StoreProcess() {}

    /** Serves until a signal comes. */
    public static void main(String[] args) throws InterruptedException {
        var environment = System.getenv();
        EmbeddedStore.serve(
                Path.of(needed(environment, ROOT)),
                URI.create(needed(environment, ENDPOINT)),
                new EmbeddedStore.Key(needed(environment, ACCESS_KEY), needed(environment, SECRET_KEY)),
                Set.of());
        new CountDownLatch(1).await();
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new UserError("The store process needs " + name + ".");
        }
        return value;
    }
}
