import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, data, onceOnly } from '../api/client';
import {
  accountQuery,
  materialsQuery,
  presetQuery,
  queryClient,
  type Job,
  type Material,
  type Preset,
} from '../api/queries';
import { useTexts } from '../i18n';
import { ConceptEditor } from '../rules/concept-editor';
import { executeInstances, type WorkingRule } from '../rules/rule';
import editor from '../rules/rules.module.css';
import { dropRule, useRule } from '../rules/use-rule';
import { Words } from '../rules/words';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { Failed, Notice } from '../ui/notice';
import { useTitle } from '../ui/page';
import { Chips, type Chip } from './chips';
import { Filmstrip } from './filmstrip';
import { useFound, usePixels, type FoundInstance } from './photo-view';
import { useSegmentation } from './segmentation';
import { Stage } from './stage';
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
  const chips = chipsOf(found.found ?? [], rule, preset, hexOf);
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
        <LookingState job={job} failure={looking.failure} again={looking.again} />
        <div className={editor.editor}>
          <h2>{texts.title}</h2>
          <Words preset={job.preset} change={change} />
          <Chips chips={chips} value={concept} onPick={setChosen} />
          {found.found?.length === 0 && job.segmentation?.status === 'done' && <p>{texts.nothing}</p>}
          {concept !== null && found.found !== undefined && (
            <ConceptEditor
              concept={concept}
              instances={found.found.flatMap(({ instance }) =>
                instance.concept === concept ? [instance] : [],
              )}
              rule={rule}
              materials={materials.data ?? []}
              change={change}
            />
          )}
        </div>
      </div>
      <Foot job={job} rule={rule} />
    </div>
  );
}

function useAlbumPhoto(job: Job, idx: number) {
  const item = job.items.find((one) => one.idx === idx);
  const pixels = usePixels(job.job_id, idx, item?.view_url ?? undefined).data;
  const looked = item?.segmentation?.status === 'done';
  const ready = job.segmentation?.status === 'done' ? 'album' : looked ? 'photo' : 'no';
  const found = useFound(job.job_id, idx, pixels, ready);
  return { pixels, found };
}

function useHexOf(materials: readonly Material[] | undefined) {
  return useCallback((id: string) => materials?.find((material) => material.id === id)?.hex, [materials]);
}

/** What is on the photo, the largest first, and what the rule names besides. */
function chipsOf(
  found: readonly FoundInstance[],
  rule: WorkingRule,
  preset: Preset,
  hexOf: (id: string) => string | undefined,
): Chip[] {
  const counts = new Map<string, { count: number; area: number }>();
  for (const { instance } of found) {
    const known = counts.get(instance.concept) ?? { count: 0, area: 0 };
    counts.set(instance.concept, { count: known.count + 1, area: known.area + instance.area });
  }
  for (const concept of Object.keys(rule.concepts))
    if (!counts.has(concept)) counts.set(concept, { count: 0, area: 0 });
  return [...counts]
    .sort(([, one], [, other]) => other.area - one.area)
    .map(([id, { count }]) => {
      const details = preset.concept_details.find((concept) => concept.id === id);
      const action = rule.concepts[id];
      const value = action !== undefined && 'value' in action ? action.value : undefined;
      return {
        id,
        label: details?.display_name ?? id,
        count: details?.kind === 'instance' ? count : null,
        color: value === undefined ? null : (hexOf(value) ?? value),
        changed: action !== undefined,
        guarded: rule.protect.includes(id),
      };
    });
}

function Head({ name }: { name: string }) {
  const { common } = useTexts();
  const account = useQuery(accountQuery);
  return (
    <header className={styles.head}>
      <h1>{name}</h1>
      {account.data && <span className={styles.credits}>{common.credits(account.data.credits)}</span>}
    </header>
  );
}

function LookingState({ job, failure, again }: { job: Job; failure: unknown; again: () => void }) {
  const { job: words, common } = useTexts();
  const run = job.segmentation;
  const done = job.items.filter((item) => item.segmentation?.status === 'done').length;
  if (failure !== null)
    return (
      <div className={styles.notices}>
        <Failed failure={failure} onRetry={again} />
      </div>
    );
  if (run?.status === 'failed')
    return (
      <div className={styles.notices}>
        <Notice kind="danger">
          <p>{words.findingFailed}</p>
          <Button onClick={again}>{common.tryAgain}</Button>
        </Notice>
      </div>
    );
  if (run?.status === 'done') return null;
  return (
    <p className={styles.notices} role="status">
      {words.finding(done, job.total_items)}
    </p>
  );
}

function Foot({ job, rule }: { job: Job; rule: WorkingRule }) {
  const { rule: texts } = useTexts();
  const make = useMutation({
    mutationFn: () =>
      data(
        api.POST('/jobs/{id}/execute', {
          params: { path: { id: job.job_id }, header: onceOnly() },
          body: {
            concepts: rule.concepts,
            protect: rule.protect,
            instances: executeInstances(rule),
          } as never,
        }),
      ),
    onSuccess: () => dropRule(job.job_id),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['job', job.job_id] });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      void queryClient.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const photos = job.items.filter((item) => item.status !== 'failed').length;
  const empty = Object.keys(rule.concepts).length === 0;
  const running = job.segmentation?.status === 'running';
  return (
    <div className={styles.foot}>
      {make.isError && <Failed failure={make.error} onRetry={() => make.mutate()} />}
      <Button
        look="primary"
        large
        disabled={empty || running || make.isPending}
        onClick={() => make.mutate()}
      >
        {empty ? texts.chooseFirst : texts.make(photos, photos)}
      </Button>
    </div>
  );
}
