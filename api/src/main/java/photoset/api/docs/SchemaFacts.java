package photoset.api.docs;

/**
 * Limits that only a running process knows, such as which presets there are. A package that has some brings a component;
 * what is constant stands in annotations at the fields.
 */
public interface SchemaFacts {
    /** Adds them to the document; called once for each document. */
    void state(Schemas schemas);
}
