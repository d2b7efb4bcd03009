package photoset.api.roles;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/** One half of the image. {@code photoset.roles} lists those that a process runs; both when absent. */
public enum Role {
    /** Answers HTTP. */
    WEB,
    /** Runs the workflows and writes their records. */
    JOBS;

    /**
     * The roles of this process.
     *
     * @throws IllegalArgumentException when the setting names none or an unknown one
     */
    static Set<Role> of(Environment environment) {
        var roles = EnumSet.noneOf(Role.class);
        for (String word : environment.getProperty("photoset.roles", "web,jobs").split(",", -1)) {
            roles.add(of(word.strip()));
        }
        return roles;
    }

    private static Role of(String word) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("photoset.roles lists web, jobs or both (web,jobs), not '" + word + "'.");
    }
}
