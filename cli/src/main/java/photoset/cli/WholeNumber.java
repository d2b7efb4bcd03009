package photoset.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number within limits; each option that takes one names its limits by a type of its own. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
    private final int min;
    private final int max;

    protected WholeNumber(int min, int max) {
        this.min = min;
        this.max = max;
    }

    @Override
    public Integer convert(String typed) {
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < min || Integer.parseInt(typed) > max) {
            throw new TypeConversionException("\"" + typed + "\" is no whole number from " + min + " to " + max + ".");
        }
        return Integer.valueOf(typed);
    }
}
