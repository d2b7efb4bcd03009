import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { materialsQuery, presetQuery, type Job, type Material, type Preset } from '../api/queries';
import { useTexts } from '../i18n';
import { MendEntry } from '../masks/mend-entry';
import { conceptsOf } from '../camera/choice';
import { ConceptEditor } from '../rules/concept-editor';
import editor from '../rules/rules.module.css';
import { useRule } from '../rules/use-rule';
import { Words } from '../rules/words';
import { useSetting } from '../shell/preferences';
import { useTitle } from '../ui/page';
import { Chips } from './chips';
import { chipsOf, chosenFirst } from './concepts';
import { Filmstrip } from './filmstrip';
import { Head } from './head';
import { InstanceCards } from './instance-cards';
import { Looking } from './looking';
import { Make } from './make';
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
  const [rule, change] = useRule(job.job_id, preset.protect_defaults);
  const looked = preset.concept_details.map(({ id }) => id);
  const looking = useSegmentation(job, looked);
  const found = useAlbumPhoto(job, idx);
  const preview = useTruePreview(job, idx, rule, found.found !== undefined);
  const materials = useQuery(materialsQuery);
  const hexOf = useHexOf(materials.data);
  const chips = chosenFirst(chipsOf(found.found ?? [], rule, preset, hexOf), conceptsOf(job.job_id));
  const concept = chosen ?? chips.find((chip) => !rule.protect.includes(chip.id))?.id ?? null;
  return (
    <div className={styles.workspace}>
      <Head name={preset.name} />
      {found.pixels === undefined || found.found === undefined ? (
        <div className={styles.waiting}>
          <img src={photos.find((item) => item.idx === idx)?.view_url ?? ''} alt={words.photo(idx + 1)} />
        </div>
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
          <Words preset={job.preset} change={change} />
          <Chips chips={chips} value={concept} onPick={setChosen} />
          {found.found?.length === 0 && job.segmentation?.status === 'done' && <p>{texts.nothing}</p>}
          {concept !== null && found.found !== undefined && (
            <>
              <ConceptEditor concept={concept} rule={rule} materials={materials.data ?? []} change={change} />
              <InstanceCards concept={concept} found={found.found} rule={rule} change={change} />
            </>
          )}
          {found.pixels !== undefined && found.found !== undefined && (
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
        </div>
      </div>
      <Make job={job} rule={rule} />
    </div>
  );
}

function useHexOf(materials: readonly Material[] | undefined) {
  return useCallback((id: string) => materials?.find((material) => material.id === id)?.hex, [materials]);
}
