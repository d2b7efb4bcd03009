package photoset.e2e.harness;

import java.util.Map;

/** Settings that keep the rate limits, which have tests of their own, away from a suite that signs up many users. */
final class Limits {
    static final Map<String, String> OUT_OF_THE_WAY = Map.of(
            "PHOTOSET_LIMITS_SIGNUPPERMINUTE", "100000",
            "PHOTOSET_LIMITS_SIGNUPTOTALPERMINUTE", "100000",
            "PHOTOSET_LIMITS_USERPERMINUTE", "100000");

    private Limits() {}
}
