/** The command line of Photoset: what a person types, and what it does with the files that it names. */
@NullMarked
package photoset.cli;

import org.jspecify.annotations.NullMarked;
