/** The rules of the house: tests that read the source, the class files, the documents and the deployment. */
@NullMarked
package photoset.e2e.house;

import org.jspecify.annotations.NullMarked;
