package photoset.workflows.sets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a composed set; their names are relative to {@link photoset.workflows.ObjectKeys#setFile}.
 *
 * @param zip everything
 * @param files the PDF, if there is one, and the pictures in their order
 */
public record SetContent(String zip, List<File> files) {
    /**
     * One file.
     *
     * @param width in pixels; null for what is no picture
     * @param height likewise
     */
    public record File(
            String name, @Nullable Integer width, @Nullable Integer height) {}
}
