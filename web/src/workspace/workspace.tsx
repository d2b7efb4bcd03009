import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { materialsQuery, presetQuery, type Job, type Material, type Preset } from '../api/queries';
import { useTexts } from '../i18n';
import { MendEntry } from '../masks/mend-entry';
import { conceptsOf } from '../camera/choice';
import { CompareDesigns } from '../rules/compare-designs';
import { ConceptEditor } from '../rules/concept-editor';
import { DesignTabs } from '../rules/design-tabs';
import { designAt } from '../rules/designs';
import { Make } from '../rules/make';
import { OutputOptions } from '../rules/output-options';
import editor from '../rules/rules.module.css';
import { SavedBar } from '../rules/saved-bar';
import { useDesigns } from '../rules/use-designs';
import { Words } from '../rules/words';
import { useSetting } from '../shell/preferences';
import { useTitle } from '../ui/page';
import { Chips } from './chips';
import { chipsOf, chosenFirst } from './concepts';
import { Filmstrip } from './filmstrip';
import { Head } from './head';
import { InstanceCards } from './instance-cards';
import { Looking } from './looking';
import { useSegmentation } from './segmentation';
import { Stage } from './stage';
import { useAlbumPhoto } from './use-album-photo';
import { useTruePreview } from './use-true-preview';
import styles from './workspace.module.css';

/** The album of a confirmed job and the rule that is made for it. */
export function Workspace({ job }: { job: Job }) {
  const [language] = useSetting('language');
  const preset = useQuery(presetQuery(job.preset, language));
  return preset.data === undefined ? null : <Editor job={job} preset={preset.data} />;
}

function Editor({ job, preset }: { job: Job; preset: Preset }) {
  const { rule: texts, job: words } = useTexts();
  useTitle(preset.name);
  const photos = job.items.filter((item) => item.view_url);
  const [idx, setIdx] = useState(photos[0]?.idx ?? 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [designs, change] = useDesigns(job.job_id, job.preset, preset.protect_defaults);
  const [comparing, setComparing] = useState(false);
  const design = designAt(designs);
  const { rule } = design;
  const looked = preset.concept_details.map(({ id }) => id);
  const looking = useSegmentation(job, looked);
  const found = useAlbumPhoto(job, idx);
  const preview = useTruePreview(job, idx, rule, found.found !== undefined, designs.output.edges);
  const materials = useQuery(materialsQuery);
  const hexOf = useHexOf(materials.data);
  const chips = chosenFirst(chipsOf(found.found ?? [], rule, preset, hexOf), conceptsOf(job.job_id));
  const concept = chosen ?? chips.find((chip) => !rule.protect.includes(chip.id))?.id ?? null;
  const changeable = chips.flatMap(({ id, guarded }) =>
    !guarded && preset.concepts.includes(id) ? [id] : [],
  );
  return (
    <div className={styles.workspace}>
      <Head name={preset.name} />
      {found.pixels === undefined || found.found === undefined ? (
        <div className={styles.waiting}>
          <img src={photos.find((item) => item.idx === idx)?.view_url ?? ''} alt={words.photo(idx + 1)} />
        </div>
      ) : comparing && designs.all.length > 1 ? (
        <CompareDesigns
          job={job}
          idx={idx}
          photo={found.pixels}
          found={found.found}
          designs={designs}
          hexOf={hexOf}
          onPick={(id) => change({ type: 'pick', id })}
        />
      ) : (
        <Stage
          photo={found.pixels}
          found={found.found}
          rule={rule}
          concept={concept}
          hexOf={hexOf}
          name={words.photo(idx + 1)}
          preview={preview}
        />
      )}
      <Filmstrip job={job} idx={idx} onPick={setIdx} />
      <div className={styles.panel}>
        <Looking job={job} failure={looking.failure} again={looking.again} />
        <div className={editor.editor}>
          <h2>{texts.title}</h2>
          <DesignTabs
            designs={designs}
            design={design}
            change={change}
            comparing={comparing}
            onCompare={setComparing}
          />
          <SavedBar preset={job.preset} designs={designs} design={design} change={change} />
          <Words preset={job.preset} concepts={changeable} change={change} />
          <Chips chips={chips} value={concept} onPick={setChosen} />
          {found.found?.length === 0 && job.segmentation?.status === 'done' && <p>{texts.nothing}</p>}
          {concept !== null && found.found !== undefined && (
            <>
              <ConceptEditor
                concept={concept}
                changeable={preset.concepts.includes(concept)}
                rule={rule}
                materials={materials.data ?? []}
                change={change}
              />
              <InstanceCards concept={concept} found={found.found} rule={rule} change={change} />
            </>
          )}
          {found.pixels !== undefined && (
            <MendEntry
              job={job}
              idx={idx}
              preset={preset}
              concept={concept}
              photo={found.pixels}
              found={found.found}
              onPick={setChosen}
            />
          )}
          <OutputOptions designs={designs} change={change} />
        </div>
      </div>
      <Make job={job} designs={designs} change={change} />
    </div>
  );
}

function useHexOf(materials: readonly Material[] | undefined) {
  return useCallback((id: string) => materials?.find((material) => material.id === id)?.hex, [materials]);
}
