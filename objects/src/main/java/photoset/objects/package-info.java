/** The S3 client that the api and both workers share: get, put, copy, stat, presign; it never asks what the bytes mean. */
@NullMarked
package photoset.objects;

import org.jspecify.annotations.NullMarked;
