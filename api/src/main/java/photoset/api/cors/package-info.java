/** Which pages of other origins may call the api from a browser (Fetch standard, CORS protocol). */
@NullMarked
package photoset.api.cors;

import org.jspecify.annotations.NullMarked;
