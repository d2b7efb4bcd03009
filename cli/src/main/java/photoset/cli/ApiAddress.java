package photoset.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import photoset.standalone.installation.Installation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of an installation. */
public final class ApiAddress implements ITypeConverter<URI> {
    /** Where {@code ./photoset up} serves. */
    public static final String USUAL = "http://127.0.0.1:" + Installation.API_PORT;

    @Override
    public URI convert(String typed) {
        try {
            var url = new URI(typed);
            if (List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException nonsense) {
            // the same sentence as for an address of another kind
        }
        throw new TypeConversionException("\"" + typed + "\" is no address like " + USUAL + ".");
    }
}
