/** Rules that users keep, and the one check that every rule passes before it is kept or run. */
@NullMarked
package photoset.api.rules;

import org.jspecify.annotations.NullMarked;
