package photoset.cpu.templates;

import java.util.function.Supplier;
import photoset.imaging.Raster;

/**
 * A picture that a set will have.
 *
 * @param name of its file in the set, with its folder; the same for the same order
 * @param dpi that the file will state
 * @param page whether it becomes a page of the set's PDF
 * @param shows what it shows, for the table of contents
 * @param composed composes it; reads what it needs, one photo at a time, each time it is called
 */
public record PlannedPicture(String name, int dpi, boolean page, String shows, Supplier<Raster> composed) {}
