package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;
import photoset.e2e.harness.User;

/** Whoever loses the connection sees the rest, and nothing twice. */
class EventsTest {
    private final Server server = Server.shared();

    @Test
    void goOnAfterTheLastOneThatWasSeen() {
        var user = server.newUser();
        var job = Job.executed(server, user, Job.SAGE_WALLS, Photos.plain(), Photos.plain());
        job.end();
        var all = events(user, job, Optional.empty());
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all)
                .extracting(Event::kind)
                .contains("status", "item")
                .last()
                .isEqualTo("status");
        assertThat(all.getLast().data()).contains("done");
        var seen = all.get(all.size() / 2).id();
        var rest = events(user, job, Optional.of(seen));
        assertThat(rest).isEqualTo(all.subList(all.size() / 2 + 1, all.size()));
    }

    private record Event(String id, String kind, String data) {}

    /** Reads up to the event that says how the job ended. */
    private static List<Event> events(User user, Job job, Optional<String> after) {
        var events = new ArrayList<Event>();
        var id = "";
        var kind = "";
        try (var lines = user.client().events(job.calls().path("/events"), after)) {
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    kind = line.substring(6).strip();
                } else if (line.startsWith("data:") && !id.isEmpty()) {
                    events.add(new Event(id, kind, line.substring(5).strip()));
                    if (kind.equals("status") && line.contains("done")) {
                        break;
                    }
                }
            }
        }
        return events;
    }
}
