package photoset.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a user; opaque, and the only thing about a user that leaves the database.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 _ -}
 */
public record UserId(@JsonValue String value) {
    @JsonCreator
    public UserId {
        if (!JobId.SANE.matcher(value).matches()) {
            throw new IllegalArgumentException("A user id has 1 to 64 letters, digits, - or _.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
