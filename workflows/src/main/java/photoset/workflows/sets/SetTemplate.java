package photoset.workflows.sets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be made of the delivered pictures of a job. */
public enum SetTemplate {
    BEFORE_AFTER("interior", "Before and after", "전후 비교"),
    DESIGN_PACK("interior", "Design pack", "디자인 시안"),
    CLIENT_CARD("interior", "Client card", "고객 공유 카드"),
    DISCLOSURE("interior", "Disclosure", "보정 고지"),
    PRODUCT_PACK("seller", "Product pack", "상품 이미지 팩"),
    OPTION_BOARD("seller", "Option board", "옵션 보드"),
    THUMBNAILS("seller", "Thumbnails", "썸네일 8종");

    private final String preset;
    private final String english;
    private final String korean;

    SetTemplate(String preset, String english, String korean) {
        this.preset = preset;
        this.english = english;
        this.korean = korean;
    }

    /** As the API writes it. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The template with this {@link #id()}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static SetTemplate of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The domain whose jobs it is for. */
    public String preset() {
        return preset;
    }

    /** Whether it shows designs beside each other, and so needs at least two. */
    public boolean comparesDesigns() {
        return this == DESIGN_PACK;
    }

    /** What people call it. */
    public String title(SetLanguage language) {
        return switch (language) {
            case EN -> english;
            case KO -> korean;
        };
    }
}
