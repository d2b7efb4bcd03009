import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { materialsQuery, presetQuery, type Job, type Material, type Preset } from '../api/queries';
import { useTexts } from '../i18n';
import { MendEntry } from '../masks/mend-entry';
import { conceptsOf } from '../camera/choice';
import { CompareDesigns } from '../rules/compare-designs';
import { ConceptEditor } from '../rules/concept-editor';
import { DesignTabs } from '../rules/design-tabs';
import { designAt } from '../rules/designs';
import { useDraggedStore } from '../rules/drag';
import { Make } from '../rules/make';
import { OutputOptions } from '../rules/output-options';
import type { WorkingRule } from '../rules/rule';
import editor from '../rules/rules.module.css';
import { Replaced } from '../rules/replaced';
import { SavedBar } from '../rules/saved-bar';
import { useDesigns } from '../rules/use-designs';
import { Words } from '../rules/words';
import { useSetting } from '../shell/preferences';
import { Failed } from '../ui/notice';
import { useTitle } from '../ui/page';
import { useAlbumCounts } from './album';
import { Chips } from './chips';
import { chipsOf, chosenFirst, soughtOf } from './concepts';
import { Filmstrip } from './filmstrip';
import { Head } from './head';
import { InstanceCards } from './instance-cards';
import { Looking } from './looking';
import { NoneFound } from './none-found';
import { isGuarded, type FoundInstance, type PhotoPixels } from './photo-view';
import { Overruled, Protection } from './protection';
import { guardedArea } from './region-map';
import { useSegmentation } from './segmentation';
import { SheetHandle } from './sheet';
import { Stage } from './stage';
import { useAlbumPhoto } from './use-album-photo';
import { useLooking } from './use-looking';
import { useTruePreview } from './use-true-preview';
import styles from './workspace.module.css';

/** The album of a confirmed job and the rule that is made for it. */
export function Workspace({ job }: { job: Job }) {
  const [language] = useSetting('language');
  const preset = useQuery(presetQuery(job.preset, language));
  return preset.data === undefined ? null : <Editor job={job} preset={preset.data} />;
}

const NONE: readonly Material[] = [];

function Editor({ job, preset }: { job: Job; preset: Preset }) {
  const { rule: texts, job: words } = useTexts();
  useTitle(preset.name);
  const photos = job.items.filter((item) => item.view_url);
  const [idx, setIdx] = useState(photos[0]?.idx ?? 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [designs, change] = useDesigns(job.job_id, job.preset, preset.protect_defaults);
  const dragged = useDraggedStore(designs);
  const [comparing, setComparing] = useState(false);
  const design = designAt(designs);
  const { rule } = design;
  const looking = useSegmentation(job, soughtOf(preset));
  const { pixels, found, failure, again } = useAlbumPhoto(job, idx);
  const preview = useTruePreview(job, idx, rule, found !== undefined, designs.output.edges);
  const materials = useQuery(materialsQuery);
  const hexOf = useHexOf(materials.data);
  const album = useAlbumCounts(job);
  const chips = chosenFirst(chipsOf(found ?? [], rule, preset, hexOf, album), conceptsOf(job.job_id));
  const concept = chosen ?? chips.find((chip) => chip.count > 0 && !chip.guarded)?.id ?? null;
  const changeable = chips.flatMap(({ id, guarded: shielded, count, changed }) =>
    (count > 0 || changed) && !shielded && preset.concepts.includes(id) ? [id] : [],
  );
  const picked = chips.find(({ id }) => id === concept);
  const look = useLooking(photos, idx, setIdx);
  const guarded = useGuarded(pixels, found, rule);
  const shield = (id: string, on: boolean) => change({ type: 'shield', concept: id, on });
  return (
    <div className={styles.workspace} data-sheet={look.sheet} data-fill="tall" data-whole>
      <Head name={preset.name} onHelp={look.openHelp} />
      <div className={styles.place}>
        {pixels === undefined || found === undefined || guarded === undefined ? (
          <div className={styles.waiting}>
            <img
              src={photos.find((item) => item.idx === idx)?.view_url ?? ''}
              alt={words.photo(idx + 1)}
              crossOrigin="anonymous"
            />
            {failure !== null && <Failed failure={failure} onRetry={again} />}
          </div>
        ) : comparing && designs.all.length > 1 ? (
          <CompareDesigns
            job={job}
            idx={idx}
            photo={pixels}
            found={found}
            designs={designs}
            dragged={dragged}
            hexOf={hexOf}
            onPick={(id) => change({ type: 'pick', id })}
          />
        ) : (
          <Stage
            photo={pixels}
            found={found}
            guarded={guarded}
            rule={rule}
            dragged={dragged}
            concept={concept}
            isCountable={(id) => chips.find((chip) => chip.id === id)?.countable === true}
            hexOf={hexOf}
            name={words.photo(idx + 1)}
            preview={preview}
            {...look.stage}
            onPick={setChosen}
          />
        )}
      </div>
      <Filmstrip job={job} idx={idx} rule={rule} album={album} onPick={setIdx} />
      <SheetHandle height={look.sheet} onChange={look.setSheet} />
      <div className={styles.panel}>
        <Looking job={job} failure={looking.failure} again={looking.again} />
        <div className={editor.editor}>
          <div className={editor.top}>
            <h2>{texts.title}</h2>
            <DesignTabs
              designs={designs}
              design={design}
              change={change}
              comparing={comparing}
              onCompare={setComparing}
            />
          </div>
          <Replaced designs={designs} change={change} />
          <Words preset={job.preset} concepts={changeable} change={change} onPick={setChosen} />
          {found !== undefined && (
            <Chips chips={chips} value={concept} onPick={setChosen} onShield={shield} />
          )}
          <Overruled chips={chips} onShield={shield} />
          {found?.length === 0 && job.segmentation?.status === 'done' && <p>{texts.nothing}</p>}
          {picked !== undefined && pixels !== undefined && found !== undefined && (
            <>
              {picked.count === 0 && (
                <NoneFound
                  label={picked.label}
                  concept={picked.id}
                  sought={picked.sought}
                  album={album}
                  onTurn={setIdx}
                />
              )}
              <ConceptEditor
                concept={picked.id}
                changeable={preset.concepts.includes(picked.id)}
                removable={preset.concept_details.some(
                  ({ id, kind }) => id === picked.id && kind === 'instance',
                )}
                rule={rule}
                materials={materials.data ?? NONE}
                dragged={dragged}
                change={change}
              />
              {picked.countable && picked.count > 0 && (
                <InstanceCards
                  job={job.job_id}
                  concept={picked.id}
                  photo={pixels}
                  found={found}
                  album={album}
                  rule={rule}
                  pointing={look.stage.pointing}
                  change={change}
                />
              )}
            </>
          )}
          {guarded !== undefined && (
            <Protection chips={chips} rule={rule} guarded={guarded} {...look.stage} />
          )}
          {pixels !== undefined && (
            <MendEntry
              job={job}
              idx={idx}
              preset={preset}
              concept={concept}
              photo={pixels}
              found={found}
              onPick={setChosen}
            />
          )}
          <SavedBar preset={job.preset} design={design} change={change} />
          <OutputOptions designs={designs} templates={preset.output_templates} change={change} />
        </div>
      </div>
      <Make job={job} designs={designs} change={change} />
      {look.help}
    </div>
  );
}

/** Where nothing changes on a photo; painted anew only when another protection is chosen. */
function useGuarded(
  pixels: PhotoPixels | undefined,
  found: readonly FoundInstance[] | undefined,
  rule: WorkingRule,
): Uint8Array | undefined {
  const claims = JSON.stringify([rule.protect, rule.instances]);
  return useMemo(
    () => pixels && found && guardedArea(found, pixels, ({ instance }) => isGuarded(rule, instance)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- claims is what it reads of the rule
    [pixels, found, claims],
  );
}

function useHexOf(materials: readonly Material[] | undefined) {
  return useCallback((id: string) => materials?.find((material) => material.id === id)?.hex, [materials]);
}
