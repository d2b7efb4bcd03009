/** The words, English and Korean, that name a preset's concepts, materials, colors and what can be done with them; data files. */
@NullMarked
package photoset.api.vocabulary;

import org.jspecify.annotations.NullMarked;
