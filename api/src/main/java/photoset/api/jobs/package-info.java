/** {@code /jobs}: a job is created, confirmed, executed, canceled, retried and read; the rows decide what is answered. */
@NullMarked
package photoset.api.jobs;

import org.jspecify.annotations.NullMarked;
