/** The life of every job in PostgreSQL: each step moves states, credits and events together, once. */
@NullMarked
package photoset.api.records;

import org.jspecify.annotations.NullMarked;
