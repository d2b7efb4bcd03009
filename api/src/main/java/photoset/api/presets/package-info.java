/** The domains: which concepts each has, what it protects and which sets it can deliver; data files. */
@NullMarked
package photoset.api.presets;

import org.jspecify.annotations.NullMarked;
