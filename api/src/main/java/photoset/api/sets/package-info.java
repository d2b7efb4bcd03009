/** Sets of delivered pictures: who may have one, what it is composed from, and where its files are. */
@NullMarked
package photoset.api.sets;

import org.jspecify.annotations.NullMarked;
