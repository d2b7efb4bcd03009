package photoset.api.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls are answered, and whose word says where they come from. Counted in each process: with n processes up to n times as many.
 *
 * @param userPerMinute calls with one user's tokens; a client that polls three jobs four times a second stays below
 * @param previewPerMinute previews of one user: one for each second, faster than anybody looks. Each takes up to a second of
 *     a core, and is free
 * @param signUpPerMinute new accounts from one address: a class of thirty that shares one, each trying twice, stays below.
 *     An account brings the credits of the free plan, so this is also what one address can take for nothing; its photos
 *     wait behind those of every paying user
 * @param signUpTotalPerMinute new accounts of all addresses together, as many as ten full ones: who has many addresses gets
 *     no more than this. An account is three rows for ever
 * @param refreshPerHour new tokens for one user: one lasts weeks, so ten are for lost answers and a curious client. Each is a
 *     row until the token before it could not be renewed any more
 * @param trustedProxies addresses and networks (CIDR) of the proxies in front; {@code Forwarded}, {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto} are read from these peers only. Without them every client behind a proxy is one address
 */
@ConfigurationProperties(prefix = "photoset.limits", ignoreUnknownFields = false)
record LimitSettings(
        @DefaultValue("1200") int userPerMinute,
        @DefaultValue("60") int previewPerMinute,
        @DefaultValue("60") int signUpPerMinute,
        @DefaultValue("600") int signUpTotalPerMinute,
        @DefaultValue("10") int refreshPerHour,
        @DefaultValue List<String> trustedProxies) {
    LimitSettings {
        check(userPerMinute, "user-per-minute");
        check(previewPerMinute, "preview-per-minute");
        check(signUpPerMinute, "sign-up-per-minute");
        check(signUpTotalPerMinute, "sign-up-total-per-minute");
        check(refreshPerHour, "refresh-per-hour");
        trustedProxies = List.copyOf(trustedProxies);
        networks(trustedProxies);
    }

    /** The trusted proxies. */
    List<CidrBlock> networks() {
        return networks(trustedProxies);
    }

    private static List<CidrBlock> networks(List<String> texts) {
        try {
            return texts.stream().map(CidrBlock::of).toList();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("photoset.limits.trusted-proxies: " + wrong.getMessage() + ".", wrong);
        }
    }

    private static void check(int calls, String property) {
        if (calls < 1) {
            throw new IllegalArgumentException(
                    "photoset.limits." + property + " must be at least 1, was " + calls + ".");
        }
    }
}
