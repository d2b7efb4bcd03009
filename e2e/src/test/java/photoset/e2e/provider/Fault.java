package photoset.e2e.provider;

/** What goes wrong with a photo at the provider. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** The masks are there, the report never goes out. */
    CALLBACK_LOST,
    /** The report goes out twice with the same key. */
    CALLBACK_TWICE,
    /** Others report first: without the secret, with another, for another photo, for an order that never was. */
    FORGED_FIRST,
    /** The first order is accepted and forgotten. */
    CRASH_AFTER_ACCEPT,
    /** The model gives up. */
    FAILS,
    /** The report says done, but no mask was put. */
    NO_MASKS,
    /** Nothing is done before {@link ProviderSimulator#release}. */
    SLOW
}
