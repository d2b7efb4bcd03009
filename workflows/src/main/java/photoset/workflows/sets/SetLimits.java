package photoset.workflows.sets;

import java.time.Duration;

/** The bounds of sets, each with its reason. */
public final class SetLimits {
    /** Two lines of a title on a page. */
    public static final int TITLE_CHARS_MAX = 120;

    /** A label lies on the picture and must leave it visible. */
    public static final int LABEL_CHARS_MAX = 60;

    /** A caption is one line beside a photo. */
    public static final int CAPTION_CHARS_MAX = 80;

    /** As many columns as a board can show at a size that can be judged. */
    public static final int DESIGNS_MAX = 3;

    /** Of a job: every template in both languages, with a second try for each. All of them are one answer. */
    public static final int PER_JOB_MAX = 20;

    /** Of a user at the same time: a set keeps a core busy for minutes, which photos of other users wait for. */
    public static final int OPEN_PER_USER_MAX = 3;

    /** Composing is given up before; a set that is still open then has lost its workflow and counts no more. */
    public static final Duration OPEN_MAX = Duration.ofHours(7);

    private SetLimits() {}
}
