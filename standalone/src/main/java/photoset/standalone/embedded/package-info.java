/** The servers that Photoset needs, started as parts of one installation whose whole state lies in one folder. */
@NullMarked
package photoset.standalone.embedded;

import org.jspecify.annotations.NullMarked;
