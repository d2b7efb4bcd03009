/** What the plans offer, for those who choose one. */
@NullMarked
package photoset.api.plans;

import org.jspecify.annotations.NullMarked;
