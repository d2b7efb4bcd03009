/** Shows one photo as a rule would make it, before the rule is paid for. */
@NullMarked
package photoset.api.previews;

import org.jspecify.annotations.NullMarked;
