package photoset.api.ownmasks;

import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;

/** Whose mask, of what and in which photo, as a call names them: nothing says yet that there is such a thing. */
record MaskPlace(UserId user, JobId job, int idx, String concept) {
    ObjectKeys keys() {
        return new ObjectKeys(user, job);
    }
}
