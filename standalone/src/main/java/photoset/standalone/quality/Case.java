package photoset.standalone.quality;

import photoset.cpu.scenes.SceneKind;

/** One surface in one paint that gets another. */
record Case(SceneKind kind, Repaint repaint) {
    boolean isNeutralWithSheen() {
        return kind.sheen() && repaint.isNeutral();
    }

    String words() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", " + repaint.words();
    }
}
