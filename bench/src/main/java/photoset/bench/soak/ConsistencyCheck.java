package photoset.bench.soak;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import photoset.standalone.embedded.EmbeddedPostgres;
import photoset.standalone.embedded.SeparateServers;

/** What must be true when the work is done: read from the records, from Temporal and from the bucket. */
record ConsistencyCheck(SeparateServers servers) {
    private static final String OPEN_JOBS = "select count(*) from jobs where not ended";

    private static final String OPEN_PHOTOS =
            "select count(*) from job_items where not ended" + " and job_id in (select id from jobs where ended)";

    private static final String WRONG_ACCOUNTS = """
            select count(*) from credit_accounts a left join lateral (
                select coalesce(sum(amount) filter (where kind = 'grant'), 0) as granted,
                    coalesce(sum(amount) filter (where kind = 'hold'), 0) as held,
                    coalesce(sum(amount) filter (where kind = 'capture'), 0) as captured,
                    coalesce(sum(amount) filter (where kind = 'release'), 0) as released
                from billing_events b where b.user_id = a.user_id) e on true
            where (a.available, a.held, a.spent) is distinct from
                (e.granted - e.held + e.released, e.held - e.captured - e.released, e.captured)
            """;

    private static final String HELD = "select coalesce(sum(held), 0) from credit_accounts";

    private static final String WRONG_JOBS = """
            select count(*) from (select job_id from billing_events where job_id is not null group by job_id
                having coalesce(sum(amount) filter (where kind = 'hold'), 0)
                    <> coalesce(sum(amount) filter (where kind in ('capture', 'release')), 0)) wrong
            """;

    private static final String UNPAID_PICTURES = """
            select count(*) from jobs j where
                (select coalesce(sum(amount), 0) from billing_events b where b.job_id = j.id and kind = 'capture')
                <> (select count(*) from job_pictures p where p.job_id = j.id)
            """;

    private static final String LOST_PHOTOS = "select count(*) from job_items where status = 'failed'";

    /** The areas whose keys name a user and a job. */
    private static final List<String> AREAS = List.of("uploads", "inputs", "masks", "outputs", "previews", "manifests");

    /**
     * One question.
     *
     * @param found how many break the rule
     */
    record Finding(String rule, long found) {
        boolean holds() {
            return found == 0;
        }
    }

    /** How many jobs have not ended. */
    long openJobs() throws SQLException {
        try (var records = connect()) {
            return count(records, OPEN_JOBS);
        }
    }

    /** How many photos failed: none of them is broken, so an outage did it. */
    long lostPhotos() throws SQLException {
        try (var records = connect()) {
            return count(records, LOST_PHOTOS);
        }
    }

    List<Finding> check() throws SQLException, IOException {
        try (var records = connect()) {
            return List.of(
                    new Finding("jobs that have not ended", count(records, OPEN_JOBS)),
                    new Finding("photos of ended jobs that have not", count(records, OPEN_PHOTOS)),
                    new Finding("workflows that still run", openWorkflows()),
                    new Finding("accounts that are not the sum of their events", count(records, WRONG_ACCOUNTS)),
                    new Finding("credits still held", count(records, HELD)),
                    new Finding("jobs whose hold is not what was captured and released", count(records, WRONG_JOBS)),
                    new Finding("jobs that paid for more or less than was delivered", count(records, UNPAID_PICTURES)),
                    new Finding("delivered pictures without an object", missingObjects(records)),
                    new Finding("objects of a job that nobody knows", orphans(records)));
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + EmbeddedPostgres.DATABASE,
                EmbeddedPostgres.OWNER,
                servers.secrets().databaseOwner());
    }

    private static long count(Connection records, String query) throws SQLException {
        try (var statement = records.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long openWorkflows() {
        var stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(servers.temporalAddress())
                .build());
        try {
            return WorkflowClient.newInstance(stubs)
                    .countWorkflows("WorkflowType = 'JobWorkflow' and ExecutionStatus = 'Running'")
                    .getCount();
        } finally {
            stubs.shutdownNow();
        }
    }

    private long missingObjects(Connection records) throws SQLException {
        var keys = new ArrayList<>(texts(records, "select output_key from job_pictures"));
        keys.addAll(texts(records, "select preview_key from job_pictures"));
        keys.addAll(texts(records, "select manifest_key from job_pictures"));
        return keys.stream()
                .filter(key -> !Files.exists(servers.bucket().resolve(key)))
                .count();
    }

    private long orphans(Connection records) throws SQLException, IOException {
        var jobs = texts(records, "select id from jobs");
        long found = 0;
        for (var area : AREAS) {
            var folder = servers.bucket().resolve(area);
            if (Files.isDirectory(folder)) {
                found += orphans(folder, jobs);
            }
        }
        return found;
    }

    /** Below an area lie the user, the job and the object. */
    private static long orphans(Path area, Set<String> jobs) throws IOException {
        try (var files = Files.walk(area)) {
            return files.filter(Files::isRegularFile)
                    .map(area::relativize)
                    .filter(key -> key.getNameCount() < 3
                            || !jobs.contains(key.getName(1).toString()))
                    .count();
        }
    }

    private static Set<String> texts(Connection records, String query) throws SQLException {
        var found = new HashSet<String>();
        try (var statement = records.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
