package photoset.api.plans;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What further credits would cost, as {@code GET /plans} says it. The product sells nothing itself: an operator who was paid
 * grants. All three or none.
 *
 * @param credits how many credits one top-up brings
 * @param price of one top-up, such as {@code 9.90}
 * @param currency of the price, a code of ISO 4217 such as {@code EUR}
 */
@ConfigurationProperties(prefix = "photoset.top-up", ignoreUnknownFields = false)
record TopUpSettings(
        @Nullable Long credits,
        @Nullable BigDecimal price,
        @Nullable String currency) {
    TopUpSettings {
        long given = Stream.of(Optional.ofNullable(credits), Optional.ofNullable(price), Optional.ofNullable(currency))
                .filter(Optional::isPresent)
                .count();
        check(given == 0 || given == 3, "needs credits, price and currency together, or none of them");
        check(credits == null || credits > 0, "credits must be at least 1, was " + credits);
        check(price == null || price.signum() >= 0, "price must not be negative, was " + price);
        check(currency == null || isCurrency(currency), "currency must be a code such as EUR, was " + currency);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static void check(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("photoset.top-up: " + broken + ".");
        }
    }
}
