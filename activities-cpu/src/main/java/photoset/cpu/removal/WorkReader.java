package photoset.cpu.removal;

import photoset.imaging.Raster;

/** Reads what is around a hole from the photo in the size in which it is filled. */
final class WorkReader {
    /** Samples of a pixel along a plane, each way. */
    private static final int SAMPLES_MAX = 4;

    private final Raster photo;
    private final HoleMap holes;
    private final Window filledNow;

    WorkReader(Raster photo, HoleMap holes, Window filledNow) {
        this.photo = photo;
        this.holes = holes;
        this.filledNow = filledNow;
    }

    WorkPicture read(WorkGrid grid) {
        var picture = new WorkPicture(grid.columns(), grid.rows());
        for (int y = 0; y < grid.rows(); y++) {
            for (int x = 0; x < grid.columns(); x++) {
                double farther = grid.farther(x, y);
                if (farther > 1 / WorkGrid.FARTHER_MAX && farther < WorkGrid.FARTHER_MAX) {
                    int to = picture.at(x, y);
                    var cell = cell(grid, x, y);
                    picture.roles[to] = cell.role();
                    cell.color(picture.rgb, to * WorkPicture.CHANNELS);
                }
            }
        }
        return picture;
    }

    private CellMean cell(WorkGrid grid, int x, int y) {
        return grid.exact() ? square(grid, x, y) : sampled(grid, x, y);
    }

    private CellMean square(WorkGrid grid, int x, int y) {
        var corner = grid.inPhoto(x - .5, y - .5);
        int left = (int) Math.round(corner.x());
        int top = (int) Math.round(corner.y());
        var cell = new CellMean();
        for (int row = top; row < top + grid.step(); row++) {
            for (int column = left; column < left + grid.step(); column++) {
                add(column, row, cell);
            }
        }
        return cell;
    }

    private CellMean sampled(WorkGrid grid, int x, int y) {
        int samples = Math.clamp(2L * grid.step(), 2, SAMPLES_MAX);
        var cell = new CellMean();
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < samples; column++) {
                var place = grid.inPhoto(x - .5 + (column + .5) / samples, y - .5 + (row + .5) / samples);
                add((int) Math.floor(place.x()), (int) Math.floor(place.y()), cell);
            }
        }
        return cell;
    }

    private void add(int x, int y, CellMean cell) {
        if (x < 0 || x >= photo.width() || y < 0 || y >= photo.height()) {
            cell.add(PixelRole.VOID, 0, 0, 0);
            return;
        }
        byte[] rgb = photo.rgb();
        int at = (y * photo.width() + x) * WorkPicture.CHANNELS;
        cell.add(holes.role(x, y, filledNow), rgb[at] & 255, rgb[at + 1] & 255, rgb[at + 2] & 255);
    }
}
