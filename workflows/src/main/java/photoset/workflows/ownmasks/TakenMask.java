package photoset.workflows.ownmasks;

/** A mask that lies in the store and is to be the one in use. */
public record TakenMask(MaskRequest request, CheckedMask.Fit mask) {}
