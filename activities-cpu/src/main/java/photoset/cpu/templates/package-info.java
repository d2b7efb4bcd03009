/** The pages of each template: which pictures a set has, and how each is laid out on the shared grid. */
@NullMarked
package photoset.cpu.templates;

import org.jspecify.annotations.NullMarked;
