package photoset.workflows;

/**
 * Where results lie that belong to a photo's content instead of a job: the same file uploaded again, by whomever, finds
 * them. Keys hold hashes only; a rule of the bucket deletes what is old.
 */
public final class SharedKeys {
    private SharedKeys() {}

    /**
     * What a model found in a photo.
     *
     * @param model name and version, e.g. {@code sam3/0f3a5d4c9b21}
     * @param photoSha256 of the file as uploaded, lower-case hex
     * @param prompt hash of everything that the model was asked
     */
    public static String segment(String model, String photoSha256, String prompt) {
        return "segments/" + model + "/" + photoSha256 + "/" + prompt;
    }
}
