/** From a text to the terms of a vocabulary in it, each with its place: Latin and Korean, with particles and plurals. */
@NullMarked
package photoset.api.terms;

import org.jspecify.annotations.NullMarked;
