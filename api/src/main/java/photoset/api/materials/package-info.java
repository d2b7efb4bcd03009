/** The catalogue of looks that a rule can name instead of a colour; data files. */
@NullMarked
package photoset.api.materials;

import org.jspecify.annotations.NullMarked;
