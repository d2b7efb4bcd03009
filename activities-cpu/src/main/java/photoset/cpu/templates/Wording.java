package photoset.cpu.templates;

import photoset.cpu.sets.SetPhoto;
import photoset.workflows.sets.SetLanguage;

/** The words that stand beside pictures. */
public enum Wording {
    AFTER("After", "변경 후"),
    ALTERED("Digitally altered", "디지털 보정"),
    AND_MORE("and %d more", "외 %d장"),
    BEFORE("Before", "변경 전"),
    CHANGED("Changed: %s", "변경한 곳: %s"),
    DESIGN("Design %s", "시안 %s"),
    MARK("Made with Photoset, free plan", "Photoset 무료 요금제로 제작"),
    MISSING("Not in this set", "이 세트에 없는 사진"),
    OPTION("Option %s", "옵션 %s"),
    ORIGINAL("Original", "원본"),
    PALETTE("Palette", "색상표"),
    PHOTO("Photo %d", "사진 %d"),
    SCAN("The photo before it was altered: scan the code or open the link.", "보정 전 원본 사진은 QR 코드나 아래 링크에서 볼 수 있습니다.");

    private final String english;
    private final String korean;

    Wording(String english, String korean) {
        this.english = english;
        this.korean = korean;
    }

    /** In one language. */
    public String in(SetLanguage language) {
        return switch (language) {
            case EN -> english;
            case KO -> korean;
        };
    }

    /** In both, for whoever may read it. */
    String inBoth() {
        return english + " · " + korean;
    }

    /** With its gap filled. */
    String in(SetLanguage language, Object gap) {
        return in(language).formatted(gap);
    }

    /** What a photo is called: its number, and its name if it has one. */
    public static String photo(SetPhoto photo, SetLanguage language) {
        var number = PHOTO.in(language, photo.number());
        return photo.name().isBlank() ? number : number + " · " + photo.name();
    }
}
