package photoset.api.events;

import java.util.List;

/**
 * Some events in order.
 *
 * @param last whether none will ever follow
 */
record EventPage(List<Event> events, boolean last) {
    /** As many as one read takes: a slow client makes the next read late, not this one large. */
    static final int EVENTS_MAX = 200;

    /** The deleted job's: nothing, and nothing after it. */
    static final EventPage GONE = new EventPage(List.of(), true);

    /**
     * One event of a job.
     *
     * @param seq counts from 1 in each job, without gaps
     * @param payload JSON
     */
    record Event(long seq, String type, String payload) {}

    boolean full() {
        return events.size() == EVENTS_MAX;
    }
}
