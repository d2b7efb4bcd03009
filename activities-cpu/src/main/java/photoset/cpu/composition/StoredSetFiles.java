package photoset.cpu.composition;

import java.io.IOException;
import java.io.InputStream;
import photoset.cpu.packing.SetFiles;
import photoset.objects.ObjectMissing;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SetId;

/** A set in the store. */
final class StoredSetFiles implements SetFiles {
    private final ObjectStore store;
    private final ObjectKeys keys;
    private final SetId set;

    StoredSetFiles(ObjectStore store, ObjectKeys keys, SetId set) {
        this.store = store;
        this.keys = keys;
        this.set = set;
    }

    @Override
    public void write(String name, byte[] file) {
        store.put(keys.setFile(set, name), file, contentType(name));
    }

    @Override
    public void stream(String name, Content content) throws IOException {
        store.stream(keys.setFile(set, name), contentType(name), content::writeTo);
    }

    @Override
    public InputStream open(String name) {
        var key = keys.setFile(set, name);
        return store.open(key).orElseThrow(() -> new ObjectMissing(key));
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jpg" -> "image/jpeg";
            case "json" -> "application/json";
            case "pdf" -> "application/pdf";
            case "txt" -> "text/plain; charset=utf-8";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }
}
