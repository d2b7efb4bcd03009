package photoset.cli.album;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photoset.objects.FileHash;

/**
 * What to run.
 *
 * @param preset the one that was named; else the rule's, else {@code interior}
 * @param template of the set to compose of what is delivered
 * @param title on that set
 * @param out the folder for everything
 */
public record RunOrder(
        PhotoFolder album,
        RunRule rule,
        Optional<String> preset,
        Optional<String> template,
        Optional<String> title,
        Path out) {
    private static final String USUAL_PRESET = "interior";

    String presetId() {
        return preset.or(rule::preset).orElse(USUAL_PRESET);
    }

    /** The photos as {@code POST /jobs} wants them announced. */
    List<Map<String, Object>> items() throws IOException {
        var items = new ArrayList<Map<String, Object>>();
        for (int idx = 0; idx < album.photos().size(); idx++) {
            var photo = album.photos().get(idx);
            var item = new LinkedHashMap<String, Object>();
            item.put("content_type", album.contentType(idx));
            item.put("size", Files.size(photo));
            item.put("sha256", FileHash.sha256(Files.readAllBytes(photo)));
            item.put("filename", photo.getFileName().toString());
            items.add(item);
        }
        return items;
    }

    /** The same for the same photos, preset and rule, and for no other. */
    String fingerprint(List<Map<String, Object>> items) {
        return FileHash.sha256((presetId() + "\n" + rule.text() + "\n" + items).getBytes(StandardCharsets.UTF_8));
    }
}
