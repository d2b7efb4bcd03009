package photoset.api.maintenance;

/** Something that is looked at in every round, and set right. It blocks, and may fail: the next round tries again. */
interface Round {
    void look();
}
