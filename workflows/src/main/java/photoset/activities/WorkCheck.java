package photoset.activities;

import java.util.Optional;

/** What keeps a process from working, whatever it takes from its queue. Asked every two seconds; may try to mend it. */
@FunctionalInterface
public interface WorkCheck {
    /** A sentence for operators, or empty if all is well. */
    Optional<String> trouble();
}
