/** What the api says about itself: its document, its docs page and whether it can serve. */
@NullMarked
package photoset.api.docs;

import org.jspecify.annotations.NullMarked;
