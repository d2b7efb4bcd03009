package photoset.api.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import photoset.api.materials.Material;
import photoset.workflows.rendering.Finish;

/** What a word, or a few words together, can mean in a rule. */
public sealed interface Meaning {
    /**
     * A concept of the preset.
     *
     * @param paintable whether a rule may change it, or only protect it
     * @param removable whether a rule may take it out of a photo
     * @param backdrop whether it is what lies behind the product, so that a color of it is a {@code background}
     */
    record ConceptName(String id, boolean paintable, boolean removable, boolean backdrop) implements Meaning {}

    /** A color that a rule can name: {@code #rrggbb}. */
    record ColorName(String hex) implements Meaning {}

    /** A material of the catalogue. */
    record MaterialName(String id, Material.Kind kind) implements Meaning {}

    /** Words that some materials have in their names and that name none alone. */
    record PartOfMaterials(List<String> ids) implements Meaning {}

    /** What something is made of; says which material is meant only together with its name. */
    record MaterialKind(Material.Kind kind) implements Meaning {}

    /**
     * A change of one option of {@code tone}.
     *
     * @param slightly the value with "slightly", in the unit of the option
     * @param plain the value without a degree
     * @param strongly the value with "much"
     */
    record ToneChange(ToneOption option, double slightly, double plain, double strongly) implements Meaning {}

    /** How a surface shines. */
    record FinishName(Finish finish) implements Meaning {}

    /** A word of the grammar. */
    enum Word implements Meaning {
        /** Carries nothing: articles, politeness, verbs that any action has. */
        @JsonProperty("filler")
        FILLER,
        @JsonProperty("and")
        AND,
        @JsonProperty("but")
        BUT,
        @JsonProperty("or")
        OR,
        @JsonProperty("not")
        NOT,
        /** Protect, said ahead of the concept: it begins a statement. */
        @JsonProperty("keep")
        KEEP,
        /** Protect, said behind the concept. */
        @JsonProperty("kept")
        KEPT,
        /** Protect, in contrast to what was said before; ahead of the concept. */
        @JsonProperty("except")
        EXCEPT,
        /** The same behind the concept. */
        @JsonProperty("excepted")
        EXCEPTED,
        @JsonProperty("remove")
        REMOVE,
        @JsonProperty("blur")
        BLUR,
        @JsonProperty("transparent")
        TRANSPARENT,
        @JsonProperty("no_shadow")
        NO_SHADOW,
        /** Changes a color to one that has no name here. */
        @JsonProperty("shade")
        SHADE,
        @JsonProperty("slightly")
        SLIGHTLY,
        @JsonProperty("strongly")
        STRONGLY
    }
}
