package photoset.api.materials;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import photoset.api.presets.DataFiles;

/** The catalogue; the files {@code materials/*.json}, read and checked once at the start. */
@Component
public final class Materials {
    /** How a rule writes a colour of CSS Color 4. */
    public static final String LAB = CssLab.PATTERN;

    private final Map<String, Material> byId = new LinkedHashMap<>();

    public Materials() {
        for (Material[] file : DataFiles.read("materials", Material[].class)) {
            for (Material material : List.of(file)) {
                if (byId.put(material.id(), material) != null) {
                    throw new IllegalStateException("Two materials have the id " + material.id() + ".");
                }
            }
        }
    }

    /**
     * The sRGB colour that a rule's value means.
     *
     * @param value {@code #rrggbb} in any case, {@code lab(L a b)}, or the id of a material
     * @return {@code #rrggbb} in lower case; empty when it is none of them, or a colour that no screen can show
     */
    public Optional<String> colorOf(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (Material.HEX.matcher(lower).matches()) {
            return Optional.of(lower);
        }
        return CssLab.parse(value)
                .map(CssLab::hex)
                .orElseGet(() -> Optional.ofNullable(byId.get(value)).map(Material::hex));
    }

    /** What a texture of this material is drawn from; empty when there is no such material. */
    public Optional<photoset.workflows.rendering.ResolvedMaterial> drawn(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(material -> new photoset.workflows.rendering.ResolvedMaterial(
                        material.id(), material.hex(), material.recipe()));
    }

    /** The id of every material, in the order of the files. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** All of them, in the order of the files. */
    public Collection<Material> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
