/** Everything in one JVM: the processes of Photoset on embedded infrastructure, started, watched and stopped as one. */
@NullMarked
package photoset.standalone.installation;

import org.jspecify.annotations.NullMarked;
