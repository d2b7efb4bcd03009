package photoset.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.photos.PhotoFault;

/** What confirm-upload answers: every photo, accepted ({@code pending}) or already {@code failed} with its reason. */
public record UploadReceipt(List<Item> items) {
    /** One photo of the album. */
    public record Item(int idx, ItemState status, @Nullable PhotoFault error) {}
}
