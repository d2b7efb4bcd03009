package photoset.api.ownmasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceBox;

/**
 * The ids of an own mask's instances: a surface has the one that it has in all photos, a thing the one of that in whose
 * place it lies, so that names and choices stay. A new thing gets a number that belongs to its photo, which neither
 * another photo nor a later look of a model, that counts from 1, gives to something else.
 */
final class InstanceIds {
    /** Half of both boxes together is shared: two things beside each other never are. */
    private static final double SHARED_MIN = .5;

    /** All parts of all versions. */
    private static final int NUMBERS_OF_PHOTO = MaskLimits.VERSIONS_MAX * MaskLimits.PARTS_MAX;

    /** More than a model finds in an album. */
    private static final int NUMBER_MIN = 100_000;

    private final MaskRequest request;
    private final List<Known> free;
    private final Collection<String> given;
    private int number;

    /**
     * For a mask.
     *
     * @param known the instances that are in use
     * @param given every id of an own mask of the photo and concept before
     */
    InstanceIds(MaskRequest request, List<Known> known, Collection<String> given) {
        this.request = request;
        this.free = new ArrayList<>(known);
        this.given = new TreeSet<>(given);
        this.number = NUMBER_MIN + request.idx() * NUMBERS_OF_PHOTO;
    }

    /** An instance in use. */
    record Known(String id, InstanceBox box) {}

    /** The id of the next part; each is given once. */
    String next(InstanceBox box) {
        if (request.concept().kind() == Concept.Kind.STUFF) {
            return id(1);
        }
        var same = free.stream()
                .filter(known -> shared(known.box(), box) >= SHARED_MIN)
                .max(Comparator.comparingDouble(known -> shared(known.box(), box)));
        same.ifPresent(free::remove);
        return same.map(Known::id).orElseGet(this::fresh);
    }

    private String fresh() {
        do {
            number++;
        } while (given.contains(id(number)));
        return id(number);
    }

    private String id(int n) {
        return request.concept().id() + "-" + n;
    }

    /** What two boxes share of what they cover together. */
    private static double shared(InstanceBox one, InstanceBox other) {
        int width = Math.min(one.x() + one.w(), other.x() + other.w()) - Math.max(one.x(), other.x());
        int height = Math.min(one.y() + one.h(), other.y() + other.h()) - Math.max(one.y(), other.y());
        double both = (double) Math.max(0, width) * Math.max(0, height);
        return both / ((double) one.w() * one.h() + (double) other.w() * other.h() - both);
    }
}
