/** Everything in one JVM on embedded parts, for the first minute and for tests; only wiring and a command line. */
@NullMarked
package photoset.standalone;

import org.jspecify.annotations.NullMarked;
