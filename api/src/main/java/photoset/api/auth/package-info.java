/** Who is calling: anonymous sign-up, tokens, and the filter chains that check them. */
@NullMarked
package photoset.api.auth;

import org.jspecify.annotations.NullMarked;
