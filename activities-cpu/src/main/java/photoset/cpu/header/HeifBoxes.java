package photoset.cpu.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import photoset.workflows.photos.PhotoFormat;

/** The boxes of an AVIF or HEIC (ISO/IEC 14496-12; 23008-12): the size of the primary item after its own turning. */
final class HeifBoxes {
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> SEQUENCES = Set.of("avis", "hevc", "hevx", "hevm", "hevs", "msf1");

    /** Transfer curves of ITU-T H.273 whose values are no sRGB whatever the primaries: PQ and HLG. */
    private static final Set<Integer> HDR = Set.of(16, 18);

    /** Some tens are usual. */
    private static final int BOXES_MAX = 1000;

    private static final int BOX_BYTES = 8;
    private static final int VERSION_BYTES = 4;

    /** Where a colour property that names its colours by numbers does so. */
    private static final int PRIMARIES_AT = 4;

    private static final int TRANSFER_AT = 6;

    private HeifBoxes() {}

    private record Box(String type, int start, int end) {}

    static boolean matches(FileBytes bytes) {
        return bytes.length() >= 16
                && bytes.text(4, 4).equals("ftyp")
                && !known(brands(bytes)).isEmpty();
    }

    /** Refuses sequences; what turns the picture is applied by the decoder, so that the orientation is always 1. */
    static PhotoHeader header(FileBytes bytes) {
        var boxes = boxes(bytes, 0, bytes.length());
        var brands = brands(bytes);
        boolean moving = SEQUENCES.contains(brands.getFirst())
                || boxes.stream().anyMatch(box -> box.type().equals("moov"));
        var format = AVIF.contains(known(brands).getFirst()) ? PhotoFormat.AVIF : PhotoFormat.HEIC;
        var size = new ItemSize();
        for (var property : properties(bytes, boxes)) {
            size.apply(bytes, property);
        }
        return new PhotoHeader(format, size.width, size.height, 1, moving);
    }

    /** The colours that the file names by numbers, if they are no sRGB. */
    static Optional<byte[]> profile(FileBytes bytes) {
        return properties(bytes, boxes(bytes, 0, bytes.length())).stream()
                .filter(property -> isNumbered(bytes, property))
                .findFirst()
                .flatMap(property -> CicpProfile.of(
                        bytes.u16(property.start() + PRIMARIES_AT), bytes.u16(property.start() + TRANSFER_AT)));
    }

    private static boolean isNumbered(FileBytes bytes, Box property) {
        return property.type().equals("colr") && bytes.text(property.start(), 4).equals("nclx");
    }

    /** The major brand, then the compatible ones. */
    private static List<String> brands(FileBytes bytes) {
        int end = Math.min(bytes.i32(0), bytes.length());
        List<String> brands = new ArrayList<>();
        brands.add(bytes.text(8, 4));
        for (int at = 16; at + 4 <= end && brands.size() < BOXES_MAX; at += 4) {
            brands.add(bytes.text(at, 4));
        }
        return brands;
    }

    private static List<String> known(List<String> brands) {
        return brands.stream()
                .filter(brand -> AVIF.contains(brand) || HEIC.contains(brand))
                .toList();
    }

    private static List<Box> boxes(FileBytes bytes, int from, int end) {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at + BOX_BYTES <= end) {
            int here = (int) at;
            long length = Integer.toUnsignedLong(bytes.i32(here));
            int head = BOX_BYTES;
            if (length == 1) {
                length = ((long) bytes.i32(here + 8) << 32) + Integer.toUnsignedLong(bytes.i32(here + 12));
                head = 2 * BOX_BYTES;
            } else if (length == 0) {
                length = end - at;
            }
            if (length < head || length > end - at || boxes.size() == BOXES_MAX) {
                throw PhotoRefused.damaged();
            }
            at += length;
            boxes.add(new Box(bytes.text(here + 4, 4), here + head, (int) at));
        }
        return boxes;
    }

    private static Box first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst().orElseThrow(PhotoRefused::damaged);
    }

    /** What is said about the primary item, in the order in which it applies. */
    private static List<Box> properties(FileBytes bytes, List<Box> file) {
        var outer = first(file, "meta");
        var meta = boxes(bytes, outer.start() + VERSION_BYTES, outer.end());
        int primary = id(bytes, first(meta, "pitm").start());
        var boxes =
                boxes(bytes, first(meta, "iprp").start(), first(meta, "iprp").end());
        var container = first(boxes, "ipco");
        var all = boxes(bytes, container.start(), container.end());
        List<Box> ours = new ArrayList<>();
        for (var box : boxes) {
            if (box.type().equals("ipma")) {
                for (int index : new Associations(bytes, box.start()).of(primary)) {
                    if (index > 0) {
                        ours.add(all.get(index - 1));
                    }
                }
            }
        }
        return ours;
    }

    private static int id(FileBytes bytes, int box) {
        return bytes.u8(box) == 0 ? bytes.u16(box + VERSION_BYTES) : bytes.i32(box + VERSION_BYTES);
    }

    /** Reads one table of items and the positions of their properties, from 1. */
    private static final class Associations {
        private final FileBytes bytes;
        private final boolean longItems;
        private final boolean longPositions;
        private int at;

        Associations(FileBytes bytes, int start) {
            this.bytes = bytes;
            this.longItems = bytes.u8(start) > 0;
            this.longPositions = (bytes.u8(start + 3) & 1) != 0;
            this.at = start + VERSION_BYTES;
        }

        List<Integer> of(int wanted) {
            List<Integer> found = new ArrayList<>();
            int items = bytes.i32(at);
            at += 4;
            for (int i = 0; i < items; i++) {
                int item = longItems ? bytes.i32(at) : bytes.u16(at);
                at += longItems ? 4 : 2;
                int count = bytes.u8(at++);
                for (int k = 0; k < count; k++) {
                    int position = position();
                    if (item == wanted) {
                        found.add(position);
                    }
                }
            }
            return found;
        }

        /** The highest bit only says whether a reader must know the property. */
        private int position() {
            int value = longPositions ? bytes.u16(at) & 0x7fff : bytes.u8(at) & 0x7f;
            at += longPositions ? 2 : 1;
            return value;
        }
    }

    /** The size of a picture on its way through its properties. */
    private static final class ItemSize {
        private int width;
        private int height;

        void apply(FileBytes bytes, Box property) {
            int at = property.start();
            switch (property.type()) {
                case "ispe" -> {
                    width = bytes.i32(at + VERSION_BYTES);
                    height = bytes.i32(at + VERSION_BYTES + 4);
                }
                case "clap" -> {
                    width = Math.min(width, rounded(bytes, at));
                    height = Math.min(height, rounded(bytes, at + 8));
                }
                case "irot" -> {
                    if ((bytes.u8(at) & 1) != 0) {
                        int turned = width;
                        width = height;
                        height = turned;
                    }
                }
                case "colr" -> refuseHdr(bytes, property);
                default -> {
                    // The rest does not change the size.
                }
            }
        }

        private static int rounded(FileBytes bytes, int fraction) {
            return (int) Math.round((double) bytes.i32(fraction) / bytes.i32(fraction + 4));
        }

        private static void refuseHdr(FileBytes bytes, Box property) {
            if (isNumbered(bytes, property) && HDR.contains(bytes.u16(property.start() + TRANSFER_AT))) {
                throw PhotoRefused.unsupported(
                        "The photo is stored for HDR screens. Save it in the standard range and send it again.");
            }
        }
    }
}
