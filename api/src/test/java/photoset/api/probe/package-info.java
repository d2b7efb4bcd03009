/** What the edge does with endpoints that fail, hang or refuse. */
@org.jspecify.annotations.NullMarked
package photoset.api.probe;
