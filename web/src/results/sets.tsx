import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, data, onceOnly } from '../api/client';
import { followJob } from '../api/events';
import {
  isComposing,
  presetQuery,
  queryClient,
  setsQuery,
  type ComposedSet,
  type Job,
  type Preset,
} from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { saveLink } from './save';
import styles from './sets.module.css';

type Template = Preset['output_templates'][number];
const PICTURES_SHOWN_MAX = 4;

/** What can be made of the finished pictures: boards, cards, thumbnails, each to be ordered, looked at and taken home. */
export function Sets({ job }: { job: Job }) {
  const { sets: texts } = useTexts();
  const [language] = useSetting('language');
  const preset = useQuery(presetQuery(job.preset, language));
  const sets = useQuery(setsQuery(job.job_id));
  const composing = sets.data?.some(isComposing) === true;
  useEffect(() => {
    if (!composing) return;
    const stop = new AbortController();
    const renew = () => void queryClient.invalidateQueries({ queryKey: ['sets', job.job_id] });
    void followJob(job.job_id, stop.signal, renew);
    return () => stop.abort();
  }, [job.job_id, composing]);
  if (preset.data === undefined || job.pictures !== 'kept') return null;
  // A design pack compares designs: the server refuses it for a job of one.
  const templates = preset.data.output_templates.filter(
    ({ id }) => id !== 'design_pack' || job.variants.length > 1,
  );
  return (
    <section className={styles.sets} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <ul className={styles.templates}>
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard
              job={job}
              template={template}
              // The newest: what is ordered again is made of more pictures.
              set={sets.data?.findLast((set) => set.output_template === template.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TemplateCardProps {
  job: Job;
  template: Template;
  set: ComposedSet | undefined;
}

function TemplateCard({ job, template, set }: TemplateCardProps) {
  const { sets: texts } = useTexts();
  const problem = useProblem();
  const compose = useMutation({
    mutationFn: () =>
      data(
        api.POST('/jobs/{id}/sets', {
          params: { path: { id: job.job_id }, header: onceOnly() },
          body: { output_template: template.id as ComposedSet['output_template'] },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sets', job.job_id] }),
  });
  const open = compose.isPending || (set !== undefined && isComposing(set));
  return (
    <article className={styles.template}>
      <h3>{template.name}</h3>
      <p className={styles.hint}>{template.description}</p>
      {set?.status === 'done' && <Pictures set={set} />}
      {open && (
        <progress className={styles.bar} value={set?.progress ?? 0} max={100} aria-label={template.name} />
      )}
      {set?.status === 'failed' && !open && (
        <Notice kind="danger">
          <p>{texts.failed[set.error?.code ?? 'COMPOSING_FAILED']}</p>
        </Notice>
      )}
      {compose.isError && (
        <Notice kind="danger">
          <p>{problem(compose.error)}</p>
        </Notice>
      )}
      {set?.status === 'done' ? (
        <Zip job={job} template={template} set={set} />
      ) : (
        <Button
          disabled={open}
          aria-label={`${texts.compose}: ${template.name}`}
          onClick={() => compose.mutate()}
        >
          {open ? texts.composing : texts.compose}
        </Button>
      )}
    </article>
  );
}

/** Its first pictures; each opens large, in a tab of its own. */
function Pictures({ set }: { set: ComposedSet }) {
  const pictures = set.files.filter(({ name }) => /\.(jpg|png)$/.test(name)).slice(0, PICTURES_SHOWN_MAX);
  const renew = () => void queryClient.invalidateQueries({ queryKey: ['sets'] });
  return (
    <ul className={styles.pictures}>
      {pictures.map(({ name, url, width, height }) => (
        <li key={name}>
          <a href={url} target="_blank" rel="noreferrer" aria-label={name}>
            <img
              src={url}
              alt=""
              loading="lazy"
              onError={renew}
              width={width ?? undefined}
              height={height ?? undefined}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Zip({ job, template, set }: TemplateCardProps & { set: ComposedSet }) {
  const { sets: texts } = useTexts();
  const [failed, setFailed] = useState(false);
  const { zip_url: url } = set;
  if (!url) return null;
  const save = async () => {
    setFailed(false);
    await saveLink(url, `${template.id}-${job.job_id}.zip`).catch(async () => {
      setFailed(true);
      await queryClient.invalidateQueries({ queryKey: ['sets'] });
    });
  };
  return (
    <>
      {failed && (
        <Notice kind="warn">
          <p>{texts.linkEnded}</p>
        </Notice>
      )}
      <Button aria-label={`${texts.zip}: ${template.name}`} onClick={() => void save()}>
        <Download size={20} strokeWidth={1.75} aria-hidden />
        {texts.zip}
      </Button>
    </>
  );
}
