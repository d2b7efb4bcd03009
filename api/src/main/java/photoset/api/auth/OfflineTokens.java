package photoset.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import photoset.workflows.UserId;

/**
 * Tokens made without a server, signed with the secret of the settings. Who can read the secret could make one anyway.
 */
public final class OfflineTokens {
    private static final Duration OPERATOR_LIFETIME = Duration.ofHours(1);
    private static final String USAGE = "Use: token --admin NAME, or: token --user ID";

    private final TokenIssuer issuer;

    private OfflineTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /**
     * Reads the settings as the server does.
     *
     * @param properties settings that win over those of the environment, such as {@code --photoset.auth.secret=...}
     */
    public static OfflineTokens of(String... properties) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=api", "logging.level.root=warn")
                .run(properties)) {
            return new OfflineTokens(new TokenIssuer(context.getBean(AuthSettings.class), Clock.systemUTC()));
        }
    }

    /** An operator's token, good for an hour. */
    public String admin(UserId operator) {
        return issuer.issueAdmin(operator, OPERATOR_LIFETIME);
    }

    /** A token for a user who has lost theirs. */
    public String user(UserId user) {
        return issuer.issue(user);
    }

    /** Whether the api's command line asks for a token. */
    public static boolean asked(String... args) {
        return args.length > 0 && args[0].equals("token");
    }

    /**
     * The token that {@code token --admin NAME} or {@code token --user ID} asks for.
     *
     * @throws IllegalArgumentException with a sentence for the operator when the command line or the settings are wrong
     */
    public static String run(String... args) {
        var words = Arrays.stream(args)
                .skip(1)
                .filter(word -> !word.startsWith("--photoset."))
                .toList();
        if (words.size() != 2 || !List.of("--admin", "--user").contains(words.getFirst())) {
            throw new IllegalArgumentException(USAGE);
        }
        var name = new UserId(words.getLast());
        var tokens = of(Arrays.stream(args)
                .filter(word -> word.startsWith("--photoset."))
                .toArray(String[]::new));
        return words.getFirst().equals("--admin") ? tokens.admin(name) : tokens.user(name);
    }

    // No @Configuration: the scan of the whole process must not find it.
    @EnableConfigurationProperties(AuthSettings.class)
    static class Settings {}
}
