package photoset.cpu.packing;

import java.util.List;
import java.util.Optional;

/**
 * What was composed.
 *
 * @param pictures in their order
 * @param pdf the name of the file with all boards, where the template has one
 * @param zip the name of the file with everything
 */
public record ComposedSet(List<SetFile> pictures, Optional<String> pdf, String zip) {}
