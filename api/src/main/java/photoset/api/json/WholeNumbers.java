package photoset.api.json;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads 109.0 as 109: to JSON Schema, and so to the readers of the API document, it is a whole number. 1.5 is none and
 * nothing is rounded.
 */
final class WholeNumbers {
    private WholeNumbers() {}

    static JacksonModule module() {
        return new SimpleModule("whole numbers")
                .addDeserializer(Integer.class, new Reader<>(Integer.class, BigDecimal::intValueExact))
                .addDeserializer(Long.class, new Reader<>(Long.class, BigDecimal::longValueExact));
    }

    private static final class Reader<N extends Number> extends StdScalarDeserializer<N> {
        private final transient Function<BigDecimal, N> exactly;

        Reader(Class<N> type, Function<BigDecimal, N> exactly) {
            super(type);
            this.exactly = exactly;
        }

        @Override
        public N deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                try {
                    return exactly.apply(parser.getDecimalValue());
                } catch (ArithmeticException fractionOrTooLarge) {
                    // Refused below, as what is no number.
                }
            }
            return exactly.apply((BigDecimal) context.handleUnexpectedToken(handledType(), parser));
        }
    }
}
