/** The main job shown from the outside: an album goes in through the REST API, a finished set comes out. */
@NullMarked
package photoset.cli.demo;

import org.jspecify.annotations.NullMarked;
