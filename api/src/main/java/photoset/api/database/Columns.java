package photoset.api.database;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;

/** Reads columns that are never null; one that is names itself in the exception. */
public final class Columns {
    private Columns() {}

    public static String text(Readable row, String column) {
        return value(row, column, String.class);
    }

    public static long number(Readable row, String column) {
        return value(row, column, Long.class);
    }

    public static int count(Readable row, String column) {
        return value(row, column, Integer.class);
    }

    public static double real(Readable row, String column) {
        return value(row, column, Double.class);
    }

    public static boolean flag(Readable row, String column) {
        return value(row, column, Boolean.class);
    }

    public static Instant time(Readable row, String column) {
        return value(row, column, Instant.class);
    }

    /** A column of a type that has no method of its own. */
    public static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
