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
 * The command {@code token [--admin] --user NAME}: prints an operator's token, good for an hour, or without
 * {@code --admin} a token for a user who has lost theirs; signed with the secret of the settings. Who can read the secret
 * could make one anyway.
 */
public final class TokenCommand {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private TokenCommand() {}

    /** Whether the command line asks for this command. */
    public static boolean asked(String... args) {
        return args.length > 0 && args[0].equals("token");
    }

    /**
     * The token.
     *
     * @throws IllegalArgumentException with a sentence for the operator when the command line or the settings are wrong
     */
    public static String run(String... args) {
        var words = Arrays.asList(args);
        int user = words.indexOf("--user");
        if (user < 0 || user + 1 == words.size()) {
            throw new IllegalArgumentException("Use: token [--admin] --user NAME");
        }
        var name = new UserId(words.get(user + 1));
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=api", "logging.level.root=warn")
                .run(properties(words))) {
            var tokens = new TokenIssuer(context.getBean(AuthSettings.class), Clock.systemUTC());
            return words.contains("--admin") ? tokens.issueAdmin(name, LIFETIME) : tokens.issue(name);
        }
    }

    private static String[] properties(List<String> words) {
        return words.stream().filter(word -> word.startsWith("--photoset.")).toArray(String[]::new);
    }

    // No @Configuration: the scan of the whole process must not find it.
    @EnableConfigurationProperties(AuthSettings.class)
    static class Settings {}
}
