/** What whole jobs cost beside what no job can do without: CPU time, photos a second, memory. */
@NullMarked
package photoset.bench.album;

import org.jspecify.annotations.NullMarked;
