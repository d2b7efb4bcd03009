package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** One change to the pixels of a concept. {@code action} names it in JSON, the same in REST, SQL and histories. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes(@JsonSubTypes.Type(value = Action.Recolor.class, name = "recolor"))
public sealed interface Action {
    /** The colour or material that the action aims at, as the user wrote it. */
    String value();

    /**
     * Paints the concept in another colour and keeps its light and shadow.
     *
     * @param value a colour {@code #rrggbb} (sRGB) or the id of a material
     * @param keepLight how much of the light's own colour stays, 0 (none) to 1 (all, the default when absent)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recolor(
            @JsonProperty("value") String value,
            @JsonProperty("keep_light") @Nullable Double keepLight) implements Action {}
}
