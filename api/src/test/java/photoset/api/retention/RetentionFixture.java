package photoset.api.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.testing.TestActivityEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import photoset.api.Records;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.objects.StoreSettings;
import photoset.objects.StoredObject;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import photoset.workflows.retention.Retention;

/** Records, a real bucket, and the steps of retention as Temporal would call them. */
final class RetentionFixture implements AutoCloseable {
    static final RetentionSettings SETTINGS =
            new RetentionSettings(1000, 2, 1, Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(7), 0.1);

    /** Objects of a job that {@link #ended} makes. */
    static final int KEPT = 8;

    final Records records = new Records();
    final UserId user = records.user("u1", Plan.FREE, 100);
    final ObjectStore store;
    final Retention steps;
    private final S3Server server;
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();

    RetentionFixture(Path folder) {
        server = S3Server.in(folder);
        store = server.store();
        temporal.registerActivitiesImplementations(new StoreRetention(records.sql, store, SETTINGS));
        steps = temporal.newActivityStub(Retention.class);
    }

    /** The same steps in a process that cannot reach the store. */
    Retention withoutStore() {
        var nowhere = new StoreSettings(URI.create("http://127.0.0.1:1"), null, "us-east-1", "photoset", "a", "b");
        return with(records, new ObjectStore(nowhere));
    }

    /** The same steps with other records. */
    Retention with(Records others) {
        return with(others, store);
    }

    private static Retention with(Records others, ObjectStore bucket) {
        var environment = TestActivityEnvironment.newInstance();
        environment.registerActivitiesImplementations(new StoreRetention(others.sql, bucket, SETTINGS));
        return environment.newActivityStub(Retention.class);
    }

    /** A job that ended {@code age} ago, with an object everywhere, whose days were over at once. */
    JobId ended(String name, Duration age) {
        var job = records.job(user, name, 1);
        change(
                name,
                "status = 'done', done_items = 1, created_at = now() - interval '%1$d s'".formatted(age.toSeconds()));
        change(name, "expires_at = created_at");
        var keys = new ObjectKeys(user, job);
        records.run("insert into job_pictures values ('%s', 0, 'a', 0, '%s', '%s', '%s', 5)"
                .formatted(name, keys.output("a", 0, "png"), keys.preview("a", 0), keys.manifest("a", 0)));
        List.of(
                        keys.upload(0),
                        keys.input(0, "jpg"),
                        keys.view(0),
                        keys.mask(0, "Wall"),
                        keys.instances(0),
                        keys.output("a", 0, "png"),
                        keys.preview("a", 0),
                        keys.manifest("a", 0))
                .forEach(this::put);
        return job;
    }

    void change(String job, String assignments) {
        records.run("update jobs set " + assignments + " where id = '" + job + "'");
    }

    ObjectKeys keys(String job) {
        return new ObjectKeys(user, new JobId(job));
    }

    void put(String key) {
        store.put(key, "bytes".getBytes(UTF_8), "image/png");
    }

    /** Keys of everything that lies in the bucket and names the job. */
    List<String> objects(String job) {
        return store.list("", null, ObjectStore.PAGE_MAX).stream()
                .map(StoredObject::key)
                .filter(key -> key.contains("/" + job + "/"))
                .toList();
    }

    String pictures(String job) {
        return records.line(
                "select pictures, pictures_deleted_at is not null as gone from jobs where id = '" + job + "'");
    }

    @Override
    public void close() {
        temporal.close();
        server.close();
        records.close();
    }
}
