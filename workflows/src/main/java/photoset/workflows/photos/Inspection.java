package photoset.workflows.photos;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The verdict on one upload. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Inspection.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Inspection.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = Inspection.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Inspection.Missing.class, name = "missing")
})
public sealed interface Inspection {
    int idx();

    /** The photo was decoded to its last row and copied to its immutable key. */
    record Accepted(PhotoRef photo) implements Inspection {
        @Override
        public int idx() {
            return photo.idx();
        }
    }

    /** Bytes are there, but they will never become a delivered picture. */
    record Broken(int idx, PhotoFault fault) implements Inspection {}

    /** Other bytes than the ordered ones lie there by now, or none: nothing was kept, and it may be looked at again. */
    record Changed(int idx) implements Inspection {}

    /** Nothing lies there. The answer to an order that names no bytes. */
    record Missing(int idx) implements Inspection {}
}
