package photoset.objects;

import java.time.Instant;

/** An object in a listing of the bucket. */
public record StoredObject(String key, Instant lastModified) {}
