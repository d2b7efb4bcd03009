package photoset.api.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photoset.api.materials.Material;

/** The names of the catalogue's materials: whole ones, and the words that they are made of. */
public final class MaterialNames {
    private final Spelling spelling;
    private final Collection<Material> catalogue;
    private final Map<String, WordList> synonyms;

    MaterialNames(Spelling spelling, Collection<Material> catalogue, Map<String, WordList> synonyms) {
        this.spelling = spelling;
        this.catalogue = List.copyOf(catalogue);
        this.synonyms = Map.copyOf(synonyms);
    }

    /** The ids of a kind. */
    public List<String> of(Material.Kind kind) {
        return catalogue.stream()
                .filter(material -> material.kind() == kind)
                .map(Material::id)
                .toList();
    }

    /** Those of the materials whose names have all the words; all of them if none does. */
    public List<String> narrowed(List<String> ids, List<String> words) {
        var wanted = words.stream().map(spelling::key).toList();
        var fitting = catalogue.stream()
                .filter(material -> ids.contains(material.id()))
                .filter(material -> wordsOf(material).containsAll(wanted))
                .map(Material::id)
                .toList();
        return fitting.isEmpty() ? ids : fitting;
    }

    /** Whole names; one that two materials share names neither. */
    void addNames(Lexicon lexicon) {
        Map<String, List<Material>> owners = new LinkedHashMap<>();
        for (var material : catalogue) {
            lexicon.add(material.id(), new Meaning.MaterialName(material.id(), material.kind()));
            names(material)
                    .forEach(name -> owners.computeIfAbsent(name, unseen -> new ArrayList<>())
                            .add(material));
        }
        owners.forEach((name, of) -> lexicon.addCountable(
                name,
                of.size() == 1
                        ? new Meaning.MaterialName(
                                of.getFirst().id(), of.getFirst().kind())
                        : new Meaning.PartOfMaterials(
                                of.stream().map(Material::id).toList())));
    }

    /** Single words of names that mean nothing else. */
    void addParts(Lexicon lexicon) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        catalogue.forEach(material -> wordsOf(material).stream()
                .filter(word -> !lexicon.has(word))
                .forEach(word -> owners.computeIfAbsent(word, unseen -> new ArrayList<>())
                        .add(material.id())));
        owners.forEach((word, ids) -> lexicon.addCountable(word, new Meaning.PartOfMaterials(List.copyOf(ids))));
    }

    /** As the catalogue calls it, in both orders when it is two words, and as people do. */
    private Set<String> names(Material material) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : List.of(material.name().en(), material.name().ko())) {
            names.add(name);
            var words = Spelling.words(name);
            if (words.size() == 2) {
                names.add(words.get(1) + " " + words.get(0));
            }
        }
        if (synonyms.containsKey(material.id())) {
            synonyms.get(material.id()).all().forEach(names::add);
        }
        return names;
    }

    private Set<String> wordsOf(Material material) {
        Set<String> words = new LinkedHashSet<>();
        for (String name : List.of(material.name().en(), material.name().ko())) {
            Spelling.words(name).stream().map(spelling::key).forEach(words::add);
        }
        return words;
    }
}
