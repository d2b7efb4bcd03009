/** The life of every job in PostgreSQL: each step moves states, credits and events together, once. */
@NullMarked
package photoset.api.jobstore;

import org.jspecify.annotations.NullMarked;
