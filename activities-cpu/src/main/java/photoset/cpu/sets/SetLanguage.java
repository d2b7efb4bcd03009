package photoset.cpu.sets;

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
}
