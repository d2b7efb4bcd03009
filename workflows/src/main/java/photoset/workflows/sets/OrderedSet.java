package photoset.workflows.sets;

/**
 * The set that a job is executed for: composed when the job is done.
 *
 * @param language of what is printed
 * @param linkBase where this service is reached, e.g. {@code https://photos.example.com}: printed links begin with it
 */
public record OrderedSet(SetTemplate template, SetLanguage language, String linkBase) {}
