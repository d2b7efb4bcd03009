package photoset.workflows.photos;

/**
 * One photo's failure as its owner sees it.
 *
 * @param code what kind it is
 * @param message a sentence that says what to do; holds no key, link or inner detail
 */
public record PhotoFault(PhotoError code, String message) {}
