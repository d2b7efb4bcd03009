/** A user's account: opened by signing up, shown to its owner, changed by operators. */
@NullMarked
package photoset.api.account;

import org.jspecify.annotations.NullMarked;
