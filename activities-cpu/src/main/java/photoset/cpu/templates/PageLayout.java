package photoset.cpu.templates;

import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.Box;
import photoset.cpu.sheets.DrawableText;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet;
import photoset.cpu.sheets.TextStyle;
import photoset.cpu.sheets.TypeScale;

/** Where title, date, field and foot of a page lie; the same for every page of this size in a set. */
final class PageLayout {
    /** The margin on each side, as a share of the page's short side. */
    private static final double MARGIN = .067;

    private static final double HEAD_GAP_MM = 5;
    private static final double FOOT_GAP_MM = 6;
    private static final int TITLE_LINES_MAX = 2;

    private final PageSize size;
    private final TypeScale type;
    private final Box inner;
    private final String title;
    private final String date;

    PageLayout(SetOrder order, PageSize size) {
        this.size = size;
        this.type = TypeScale.of(size);
        this.inner = size.box().inset((int) Math.round(MARGIN * Math.min(size.width(), size.height())));
        var given = DrawableText.of(order.title());
        this.title = given.isEmpty() ? order.template().title(order.language()) : given;
        this.date = order.language().date(order.date());
    }

    PageSize size() {
        return size;
    }

    TypeScale type() {
        return type;
    }

    String title() {
        return title;
    }

    String date() {
        return date;
    }

    /** A title that is too long for one line is set smaller, in two. */
    TextStyle titleStyle() {
        return type.title().width(title) <= titleWidth() ? type.title() : type.heading();
    }

    Box titleBox() {
        int lines =
                Sheet.lines(title, titleStyle(), titleWidth(), TITLE_LINES_MAX).size();
        return inner.left(titleWidth()).top(lines * titleStyle().lineHeight());
    }

    /** On the title's first baseline. */
    Box dateBox() {
        int drop = titleStyle().baseline() - type.body().baseline();
        return inner.below(drop).top(type.body().lineHeight());
    }

    Box subtitleBox() {
        return inner.below(titleBox().height()).top(type.body().lineHeight());
    }

    Box footBox() {
        return inner.foot(type.note().lineHeight());
    }

    /** Between head and foot. */
    Box field() {
        int head = subtitleBox().bottom() + size.mm(HEAD_GAP_MM) - inner.y();
        return inner.below(head).above(footBox().height() + size.mm(FOOT_GAP_MM));
    }

    private int titleWidth() {
        return inner.width() - (int) Math.ceil(type.body().width(date)) - size.mm(HEAD_GAP_MM);
    }
}
