package photoset.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;

/** A tariff and its numbers; {@code GET /plans} states them. */
public enum Plan {
    @JsonProperty("free")
    FREE(new PlanLimits(1, 2, 10, 10, 2, Duration.ofDays(7)), true, 3),
    @JsonProperty("pro")
    PRO(new PlanLimits(3, 20, 200, 200, 16, Duration.ofDays(30)), false, 1);

    private final PlanLimits limits;
    private final boolean watermarked;
    private final int priority;

    Plan(PlanLimits limits, boolean watermarked, int priority) {
        this.limits = limits;
        this.watermarked = watermarked;
        this.priority = priority;
    }

    public PlanLimits limits() {
        return limits;
    }

    /** Whether delivered pictures carry the watermark. */
    public boolean watermarked() {
        return watermarked;
    }

    /** Temporal's task-queue priority, 1 (first) to 5. */
    public int priority() {
        return priority;
    }

    /** The name in REST, SQL and search attributes: {@code free} or {@code pro}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The plan with this {@link #id()}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Plan of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
