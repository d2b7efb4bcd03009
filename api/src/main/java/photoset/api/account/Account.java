package photoset.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;

/**
 * What a user has and may do.
 *
 * @param credits what can be spent now
 * @param heldCredits what unfinished jobs may still take
 * @param ruleSlots saved rules
 * @param concurrentJobs jobs in a non-final state
 */
record Account(
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("plan") Plan plan,
        @JsonProperty("credits") long credits,
        @JsonProperty("held_credits") long heldCredits,
        @JsonProperty("rule_slots") int ruleSlots,
        @JsonProperty("max_rule_slots") int maxRuleSlots,
        @JsonProperty("concurrent_jobs") int concurrentJobs,
        @JsonProperty("max_concurrent_jobs") int maxConcurrentJobs,
        @JsonProperty("max_items_per_job") int maxItemsPerJob) {}
