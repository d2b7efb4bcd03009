package photoset.cpu.templates;

import photoset.cpu.framing.Crop;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sheets.PageSize;
import photoset.cpu.sheets.Sheet;
import photoset.imaging.Raster;

/** A part of a result as a picture of its own, without paper around it. */
final class ScreenPicture {
    private ScreenPicture() {}

    static Raster of(SetOrder order, Crop crop, Design design, PageSize size) {
        var cut = crop.cut(design.picture().get(), size.width(), size.height());
        if (!order.watermarked()) {
            return cut;
        }
        var sheet = new Sheet(size);
        sheet.picture(cut, size.box());
        Badge.mark(sheet, size.box());
        return sheet.raster();
    }
}
