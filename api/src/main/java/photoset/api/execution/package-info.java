/** From what a user asks for an album to what the workers need to do it. */
@NullMarked
package photoset.api.execution;

import org.jspecify.annotations.NullMarked;
