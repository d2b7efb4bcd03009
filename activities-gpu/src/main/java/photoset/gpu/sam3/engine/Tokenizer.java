package photoset.gpu.sam3.engine;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.web.util.HtmlUtils;

/**
 * CLIP's byte-pair encoding (Radford et al. 2021; {@code simple_tokenizer.py} of OpenAI's CLIP): lower case, white space
 * collapsed, words split, bytes as printable characters, pairs merged by their rank. Repairs no text that was decoded
 * wrongly before (the original calls {@code ftfy} for that). Safe for use by several threads.
 */
public final class Tokenizer {
    /** Entries of the vocabulary that are merges; the file holds more, which CLIP leaves out. */
    private static final int MERGES = 49_152 - 256 - 2;

    private static final int BYTES = 256;
    private static final String WORD_END = "</w>";

    private static final Pattern WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Pair, Integer> ranks = new HashMap<>();
    private final String[] characters = characters();
    private final int context;
    private final long begin;
    private final long end;

    /**
     * Reads a vocabulary.
     *
     * @param merges the file {@code bpe_simple_vocab_16e6.txt.gz}
     * @param context ids of every text
     * @throws IOException if the file is none
     */
    public Tokenizer(byte[] merges, int context) throws IOException {
        this.context = context;
        for (int suffix = 0; suffix < 2; suffix++) {
            for (String character : inOrder()) {
                ids.put(character + (suffix == 0 ? "" : WORD_END), ids.size());
            }
        }
        for (Pair pair : pairs(merges)) {
            ranks.put(pair, ranks.size());
            ids.put(pair.left + pair.right, ids.size());
        }
        begin = 2L * BYTES + MERGES;
        end = begin + 1;
    }

    private record Pair(String left, String right) {}

    private static List<Pair> pairs(byte[] merges) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(merges)), StandardCharsets.UTF_8))) {
            var pairs = lines.lines()
                    .skip(1)
                    .limit(MERGES)
                    .map(line -> line.split(" ", -1))
                    .filter(halves -> halves.length == 2)
                    .map(halves -> new Pair(halves[0], halves[1]))
                    .toList();
            if (pairs.size() != MERGES) {
                throw new IOException("The vocabulary has " + pairs.size() + " merges instead of " + MERGES + ".");
            }
            return pairs;
        }
    }

    /** A text as ids; what does not fit into the context is cut off. */
    public TokenSequence tokens(String text) {
        var clean = HtmlUtils.htmlUnescape(HtmlUtils.htmlUnescape(text))
                .strip()
                .replaceAll("(?U)\\s+", " ")
                .toLowerCase(Locale.ROOT);
        var found = new ArrayList<Long>();
        WORDS.matcher(clean).results().forEach(word -> found.addAll(pieces(word.group())));
        var padded = new long[context];
        int length = Math.min(found.size() + 2, context);
        for (int i = 0; i < context; i++) {
            padded[i] = i > 0 && i < length - 1 ? found.get(i - 1) : end;
        }
        padded[0] = begin;
        return new TokenSequence(padded, length);
    }

    private List<Long> pieces(String word) {
        var parts = new ArrayList<String>();
        for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
            parts.add(characters[value & 0xff]);
        }
        parts.set(parts.size() - 1, parts.getLast() + WORD_END);
        while (merged(parts)) {
            // Until no pair of neighbours is in the vocabulary.
        }
        return parts.stream().map(ids::get).map(Integer::longValue).toList();
    }

    /** Joins the pair of the best rank wherever it stands. */
    private boolean merged(List<String> parts) {
        Pair best = null;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < parts.size(); i++) {
            var pair = new Pair(parts.get(i), parts.get(i + 1));
            int rank = ranks.getOrDefault(pair, Integer.MAX_VALUE);
            if (rank < bestRank) {
                best = pair;
                bestRank = rank;
            }
        }
        if (best == null) {
            return false;
        }
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).equals(best.left) && parts.get(i + 1).equals(best.right)) {
                parts.set(i, best.left + best.right);
                parts.remove(i + 1);
            }
        }
        return true;
    }

    /** The order in which CLIP numbers the bytes: the printable ones first. */
    private static List<String> inOrder() {
        var all = characters();
        return Stream.concat(
                        Stream.iterate(0, i -> i < BYTES, i -> i + 1).filter(Tokenizer::isPrintable),
                        Stream.iterate(0, i -> i < BYTES, i -> i + 1).filter(value -> !isPrintable(value)))
                .map(value -> all[value])
                .toList();
    }

    /** One printable character for each byte. */
    private static String[] characters() {
        var characters = new String[BYTES];
        int next = BYTES;
        for (int value = 0; value < BYTES; value++) {
            characters[value] = Character.toString(isPrintable(value) ? value : next++);
        }
        return characters;
    }

    private static boolean isPrintable(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xa1 && value <= 0xac) || value >= 0xae;
    }
}
