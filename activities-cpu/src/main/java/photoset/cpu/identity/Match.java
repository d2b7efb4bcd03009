package photoset.cpu.identity;

/**
 * Two sightings in two photos that were assigned to each other.
 *
 * @param first index of the one
 * @param second index of the other
 * @param logOdds how sure it is that they are one thing: the logarithm of its odds
 */
record Match(int first, int second, double logOdds) {}
