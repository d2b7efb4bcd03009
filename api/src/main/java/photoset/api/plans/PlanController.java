package photoset.api.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.Envelope;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.plan.Plan;

@RestController
@InRole(Role.WEB)
@Tag(name = "Account")
@EnableConfigurationProperties(TopUpSettings.class)
final class PlanController {
    /** The table changes with the product, the price with its operator; an hour later everybody sees it. */
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    /** Nobody compares more; there are two. */
    private static final int PLANS_MAX = 10;

    private final Plans plans;

    PlanController(TopUpSettings settings) {
        this.plans = new Plans(
                Arrays.stream(Plan.values()).map(PlanController::detail).toList(), topUp(settings));
    }

    /**
     * The table.
     *
     * @param topUp what further credits cost; null where the operator names no price
     */
    record Plans(
            @ArraySchema(maxItems = PLANS_MAX) @JsonProperty("plans")
            List<PlanDetail> plans,

            @JsonProperty("top_up") @Nullable TopUp topUp) {}

    /**
     * One plan.
     *
     * @param credits granted when an account is opened on this plan
     * @param watermark whether delivered pictures carry it
     * @param priority of the account's photos in the queues, 1 (first) to 5
     * @param retentionDays how long pictures are kept after the job's end
     */
    record PlanDetail(
            @JsonProperty("id") Plan id,
            @JsonProperty("max_concurrent_jobs") int jobsMax,
            @JsonProperty("max_rule_slots") int ruleSlotsMax,
            @JsonProperty("max_items_per_job") int photosPerJobMax,
            @JsonProperty("credits") int credits,
            @JsonProperty("watermark") boolean watermark,

            @Schema(minimum = "1", maximum = "5") @JsonProperty("priority")
            int priority,

            @JsonProperty("retention_days") long retentionDays) {}

    /** What an operator asks for further credits. */
    record TopUp(
            @JsonProperty("credits") long credits,

            @Schema(pattern = "^[0-9]+([.][0-9]+)?$") @JsonProperty("price")
            String price,

            @Schema(pattern = "^[A-Z]{3}$") @JsonProperty("currency")
            String currency) {}

    @GetMapping("/plans")
    @Operation(
            operationId = "listPlans",
            summary = "List the plans and their limits",
            description = "The same for everybody, so it may be kept for an hour. top_up is what further credits would "
                    + "cost, null where the operator names no price; price is a decimal number as text.")
    Envelope<Plans> list(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(FOR_AN_HOUR);
        return Envelope.of(exchange, plans);
    }

    private static PlanDetail detail(Plan plan) {
        var limits = plan.limits();
        return new PlanDetail(
                plan,
                limits.jobsMax(),
                limits.ruleSlotsMax(),
                limits.photosPerJobMax(),
                limits.creditsAtStart(),
                plan.watermarked(),
                plan.priority(),
                limits.retention().toDays());
    }

    /** The settings have all three or none. */
    private static @Nullable TopUp topUp(TopUpSettings settings) {
        @Nullable Long credits = settings.credits();
        @Nullable BigDecimal price = settings.price();
        @Nullable String currency = settings.currency();
        return credits == null || price == null || currency == null
                ? null
                : new TopUp(credits, price.toPlainString(), currency);
    }
}
