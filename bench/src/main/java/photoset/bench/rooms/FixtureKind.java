package photoset.bench.rooms;

/** What hangs on a wall or below a ceiling, and the concept that finds it. */
public enum FixtureKind {
    WINDOW("Window"),
    DOOR("Door"),
    CABINET("Cabinet"),
    LIGHT("Light"),
    PICTURE("Picture"),
    SOCKET("Socket");

    private final String concept;

    FixtureKind(String concept) {
        this.concept = concept;
    }

    /** The concept's id; the interior preset has no pictures and sockets. */
    public String concept() {
        return concept;
    }
}
