package photoset.api.admission;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import photoset.workflows.JobId;

/** Mints ids that sort by time, so that the newest rows share index pages, and that nobody can guess. */
final class JobIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 10;
    private static final int TIME_BYTES = 6;

    private JobIds() {}

    static JobId next() {
        var bytes = ByteBuffer.allocate(Long.BYTES + RANDOM_BYTES);
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        bytes.putLong(Clock.systemUTC().millis()).put(random);
        // The two highest bytes of the time are zero until the year 10889.
        return new JobId(
                "job_" + HexFormat.of().formatHex(bytes.array(), Long.BYTES - TIME_BYTES, Long.BYTES + RANDOM_BYTES));
    }
}
