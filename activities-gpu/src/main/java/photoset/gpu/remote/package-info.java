/** Segmentation by a GPU provider that is no Temporal worker: an order goes out, the api's callback completes it. */
@NullMarked
package photoset.gpu.remote;

import org.jspecify.annotations.NullMarked;
