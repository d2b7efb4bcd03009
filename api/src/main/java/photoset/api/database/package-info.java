/** The one connection to PostgreSQL: its settings, its pool, its migrations, and how a row is read. */
@NullMarked
package photoset.api.database;

import org.jspecify.annotations.NullMarked;
