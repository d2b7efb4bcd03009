package photoset.workflows.sets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language of what is printed beside the pictures. */
public enum SetLanguage {
    EN("d MMMM uuuu", Locale.ENGLISH),
    KO("uuuu년 M월 d일", Locale.KOREAN);

    private final DateTimeFormatter format;

    SetLanguage(String pattern, Locale locale) {
        this.format = DateTimeFormatter.ofPattern(pattern, locale);
    }

    /** The date as it is written out. */
    public String date(LocalDate date) {
        return format.format(date);
    }

    /** The word in SQL. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language with this {@link #id()}.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static SetLanguage of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
