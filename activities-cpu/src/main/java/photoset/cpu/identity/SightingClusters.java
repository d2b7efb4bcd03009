package photoset.cpu.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Joins sightings to things, the surest first, never two of one photo: greedy additive edge contraction (Keuper et al.:
 * Efficient Decomposition of Image and Mesh Graphs by Lifted Multicuts, 2015) on the mean of log odds. A join for which
 * another one speaks as much, and both cannot be, is left out.
 */
final class SightingClusters {
    private final IdentityModel model;
    private final List<Cluster> clusters = new ArrayList<>();
    private final PriorityQueue<Join> queue = new PriorityQueue<>();
    private List<Join> unsure = new ArrayList<>();

    /** What is known of a thing so far; {@code evidence} is the sum of log odds with other ones, by their number. */
    private static final class Cluster {
        private final BitSet photos = new BitSet();
        private final List<Integer> members = new ArrayList<>();
        private final Map<Integer, Double> evidence = new HashMap<>();
        private boolean joined;
    }

    /** Two that may be one; {@code mean} may have fallen since. */
    private record Join(int one, int other, double mean) implements Comparable<Join> {
        @Override
        public int compareTo(Join that) {
            int surest = Double.compare(that.mean, mean);
            int first = surest != 0 ? surest : Integer.compare(one, that.one);
            return first != 0 ? first : Integer.compare(other, that.other);
        }
    }

    SightingClusters(IdentityModel model, List<ObservedInstance> album, List<Match> matches) {
        this.model = model;
        for (int i = 0; i < album.size(); i++) {
            var cluster = new Cluster();
            cluster.photos.set(album.get(i).photo());
            cluster.members.add(i);
            clusters.add(cluster);
        }
        for (var match : matches) {
            // Pairs without a match count as apart; what is kept here is the difference.
            double evidence = match.logOdds() + model.apart();
            clusters.get(match.first()).evidence.put(match.second(), evidence);
            clusters.get(match.second()).evidence.put(match.first(), evidence);
        }
        matches.forEach(match -> offer(match.first(), match.second()));
    }

    /** The sightings of each thing, by their indices. */
    List<List<Integer>> things() {
        boolean joined;
        do {
            joined = round();
            var again = unsure;
            unsure = new ArrayList<>();
            again.forEach(join -> offer(join.one, join.other));
        } while (joined && !queue.isEmpty());
        return clusters.stream()
                .filter(cluster -> !cluster.joined)
                .map(cluster -> cluster.members)
                .toList();
    }

    private boolean round() {
        boolean any = false;
        for (var join = queue.poll(); join != null; join = queue.poll()) {
            if (clusters.get(join.one).joined || clusters.get(join.other).joined) {
                continue;
            }
            double mean = mean(clusters.get(join.one), join.other);
            if (mean < join.mean) {
                offer(join.one, join.other);
            } else if (isRivaled(join.one, join.other, mean) || isRivaled(join.other, join.one, mean)) {
                unsure.add(join);
            } else {
                join(join.one, join.other);
                any = true;
            }
        }
        return any;
    }

    private void offer(int one, int other) {
        var first = clusters.get(one);
        var second = clusters.get(other);
        if (first.joined || second.joined || first.photos.intersects(second.photos)) {
            return;
        }
        double mean = mean(first, other);
        if (mean >= model.merge()) {
            queue.add(new Join(Math.min(one, other), Math.max(one, other), mean));
        }
    }

    private double mean(Cluster one, int other) {
        double pairs = (double) one.members.size() * clusters.get(other).members.size();
        return one.evidence.getOrDefault(other, 0.0) / pairs - model.apart();
    }

    /** Whether a third one is about as near to {@code one} as {@code other}, but cannot be the same as {@code other}. */
    private boolean isRivaled(int one, int other, double mean) {
        var cluster = clusters.get(one);
        var photos = clusters.get(other).photos;
        for (int third : cluster.evidence.keySet()) {
            if (third != other
                    && clusters.get(third).photos.intersects(photos)
                    && mean(cluster, third) > mean - model.lead()) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the one that knows more others, so that little is moved. */
    private void join(int one, int other) {
        boolean turned =
                clusters.get(one).evidence.size() < clusters.get(other).evidence.size();
        int keptIndex = turned ? other : one;
        int goneIndex = turned ? one : other;
        var kept = clusters.get(keptIndex);
        var gone = clusters.get(goneIndex);
        gone.joined = true;
        kept.photos.or(gone.photos);
        kept.members.addAll(gone.members);
        kept.evidence.remove(goneIndex);
        gone.evidence.remove(keptIndex);
        gone.evidence.forEach((third, evidence) -> {
            double sum = kept.evidence.merge(third, evidence, Double::sum);
            var neighbor = clusters.get(third);
            neighbor.evidence.remove(goneIndex);
            neighbor.evidence.put(keptIndex, sum);
        });
        gone.evidence.keySet().forEach(third -> offer(keptIndex, third));
        gone.evidence.clear();
    }
}
