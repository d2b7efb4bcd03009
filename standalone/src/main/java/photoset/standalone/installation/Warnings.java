package photoset.standalone.installation;

/** What a person should know about an installation that lacks something. */
public final class Warnings {
    public static final String NOT_DURABLE = """
            Warning: there is no Temporal server here, so the test server of its Java SDK stands in. Jobs in flight are
            lost when this process ends, and there is no Web UI. Install the Temporal command line to change that.
            """;

    private Warnings() {}
}
