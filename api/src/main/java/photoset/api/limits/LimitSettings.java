package photoset.api.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls a minute are answered. Counted in each process: with n processes up to n times as many.
 *
 * @param userPerMinute calls with one user's tokens; a client that polls three jobs four times a second stays below
 * @param signUpPerMinute new accounts from one address; an office behind one address stays below
 */
@ConfigurationProperties(prefix = "photoset.limits", ignoreUnknownFields = false)
record LimitSettings(
        @DefaultValue("1200") int userPerMinute,
        @DefaultValue("60") int signUpPerMinute) {
    LimitSettings {
        check(userPerMinute, "user-per-minute");
        check(signUpPerMinute, "sign-up-per-minute");
    }

    private static void check(int calls, String property) {
        if (calls < 1) {
            throw new IllegalArgumentException(
                    "photoset.limits." + property + " must be at least 1, was " + calls + ".");
        }
    }
}
