/** What a picture file says about itself, read in plain Java so that no decoder sees a file that breaks a limit. */
@NullMarked
package photoset.cpu.header;

import org.jspecify.annotations.NullMarked;
