/** What a rule would make of one photo, shown before it is paid for. */
@NullMarked
package photoset.workflows.previews;

import org.jspecify.annotations.NullMarked;
