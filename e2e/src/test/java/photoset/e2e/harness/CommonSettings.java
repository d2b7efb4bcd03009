package photoset.e2e.harness;

import java.util.Map;

/** The environment of every installation of the suite. */
public final class CommonSettings {
    /** A page that is not the studio's and may use the api and the store all the same. */
    public static final String OTHER_ORIGIN = "https://app.example.org";

    /** Keeps the rate limits, which have tests of their own, away from a suite that signs up many users. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "PHOTOSET_LIMITS_SIGNUPPERMINUTE", "100000",
            "PHOTOSET_LIMITS_SIGNUPTOTALPERMINUTE", "100000",
            "PHOTOSET_LIMITS_USERPERMINUTE", "100000",
            "PHOTOSET_CORS_ALLOWEDORIGINS", OTHER_ORIGIN);

    private CommonSettings() {}
}
