/** How long the stages of a picture take, beside what the codec alone takes, and how much memory. */
@NullMarked
package photoset.bench.speed;

import org.jspecify.annotations.NullMarked;
