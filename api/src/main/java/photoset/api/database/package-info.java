/** The one connection to PostgreSQL: its settings, its pool and its migrations. */
@NullMarked
package photoset.api.database;

import org.jspecify.annotations.NullMarked;
