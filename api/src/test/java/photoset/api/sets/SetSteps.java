package photoset.api.sets;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import photoset.api.Records;
import photoset.api.materials.Materials;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.api.vocabulary.ColorNames;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.sets.SetEnd;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetStore;
import photoset.workflows.sets.SetTemplate;

/** What users and the workflow of a set do to the records. */
public final class SetSteps {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final SetTerms TERMS = new SetTerms(SetLanguage.EN, "http://localhost");

    private final SetAdmission admission;
    private final PostgresSetStore store;

    public SetSteps(Records records) {
        var presets = new Presets(new PresetSettings(false));
        this.admission = new SetAdmission(records.sql, records.transaction, presets, records.json);
        // The steps that are taken here put nothing into it.
        var objects = new ObjectStore(
                new StoreSettings(URI.create("http://127.0.0.1:9"), null, "us-east-1", "photoset", "key", "secret"));
        var palettes = new SetPalettes(presets, new Materials(), new ColorNames());
        var inputs = new SetInputs(records.sql, palettes, records.json);
        this.store = new PostgresSetStore(records.sql, objects, inputs, records.json);
    }

    /** Asks for a set; throws what refuses it. */
    public SetRequest order(UserId user, JobId job, String title) {
        var body = new SetBody(SetTemplate.BEFORE_AFTER.id(), title, Map.of(), null);
        var admitted = admission.admit(user, job, body, TERMS).blockOptional(ANSWER_MAX);
        return new SetRequest(user, job, admitted.orElseThrow().set());
    }

    /** The steps of the workflow. */
    public SetStore store() {
        return store;
    }

    /** Composing it failed. */
    public void fail(SetRequest set) {
        store.recordSetEnd(new SetEnd(set, null, new SetFault(SetError.COMPOSING_FAILED, "No room on the disk.")));
    }
}
