package photoset.api.vocabulary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the ways to write a word down to one: case, width, hyphens, spaces, British and American. */
final class Spelling {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-]+");

    private static final Pattern HISSING = Pattern.compile("(ss|sh|ch|x)es$");

    /** Too short to be a plural: {@code is}, {@code as}. */
    private static final int PLURAL_CHARS_MIN = 4;

    private final Map<String, String> variants;

    Spelling(Map<String, String> variants) {
        this.variants = Map.copyOf(variants);
    }

    /** The words of a name from a data file, in one piece. */
    String key(String name) {
        return key(words(name));
    }

    /** The same of words that were parted already. */
    String key(List<String> words) {
        return words.stream().map(this::one).collect(Collectors.joining());
    }

    /** The same as if the last word stood in the singular; English. */
    String singularKey(List<String> words) {
        int last = words.size() - 1;
        return key(words.subList(0, last)) + one(singular(words.get(last)));
    }

    /** The words of a name, in lower case. */
    static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String one(String word) {
        return variants.getOrDefault(word, word);
    }

    private static String singular(String word) {
        if (word.length() < PLURAL_CHARS_MIN
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean hissing = HISSING.matcher(word).find();
        return word.substring(0, word.length() - (hissing ? 2 : 1));
    }
}
