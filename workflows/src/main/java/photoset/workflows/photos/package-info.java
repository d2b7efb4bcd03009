/** What was uploaded: how a photo is declared, checked and refused. */
@NullMarked
package photoset.workflows.photos;

import org.jspecify.annotations.NullMarked;
