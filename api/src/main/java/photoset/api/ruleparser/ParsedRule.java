package photoset.api.ruleparser;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import photoset.workflows.rendering.Action;

/**
 * A line of words as a rule. Every word that says something is either understood or unknown.
 *
 * @param rule what was understood; its concepts are empty when nothing happens to any
 * @param understood the words that the rule was made of, in the order of the text
 * @param unknown the other words, in the order of the text
 */
record ParsedRule(
        @JsonProperty("rule") RuleContent rule,
        @JsonProperty("understood") List<Understood> understood,
        @JsonProperty("unknown") List<NotUnderstood> unknown) {
    /** As {@code POST /rules} and {@code execute} take it. */
    record RuleContent(
            @JsonProperty("concepts") Map<String, Action> concepts,
            @JsonProperty("protect") List<String> protect) {}

    /**
     * Words that are part of the rule.
     *
     * @param text as they stand in the request
     * @param at where they begin, in UTF-16 units
     * @param meaning what the rule has for them: an id, a color, an option with its value
     */
    record Understood(
            @JsonProperty("text") String text,
            @JsonProperty("at") int at,
            @JsonProperty("meaning") String meaning) {}

    /**
     * Words that are not.
     *
     * @param text as they stand in the request
     * @param at where they begin, in UTF-16 units
     * @param message what to do
     * @param choices the materials that may be meant, if any
     */
    record NotUnderstood(
            @JsonProperty("text") String text,
            @JsonProperty("at") int at,
            @JsonProperty("reason") Reason reason,
            @JsonProperty("message") String message,
            @JsonProperty("choices") List<String> choices) {}
}
