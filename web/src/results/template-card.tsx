import { Download } from 'lucide-react';
import { useState } from 'react';
import { fetchLinked } from '../api/fetch-linked';
import { isComposing, queryClient, renewLinks, setsQuery, type ComposedSet, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { LinkedImage } from '../ui/linked-image';
import { Notice, useProblem } from '../ui/notice';
import { OrderDialog } from './order-dialog';
import { save } from './save';
import { picturesOf, useSetOrder, type SetWords, type Template } from './set-order';
import styles from './sets.module.css';
import { TemplateSketch } from './template-sketch';

const PICTURES_SHOWN_MAX = 4;

interface TemplateCardProps {
  job: Job;
  template: Template;
  set: ComposedSet | undefined;
  words: SetWords;
  onWords: (words: SetWords) => void;
}

/** One kind of set: how it looks, how to order it, how far it is, and what came of it. */
export function TemplateCard({ job, template, set, words, onWords }: TemplateCardProps) {
  const { sets: texts } = useTexts();
  const problem = useProblem();
  const [asking, setAsking] = useState(false);
  const order = useSetOrder(job.job_id, template);
  const open = order.isPending || (set !== undefined && isComposing(set));
  const done = set?.status === 'done' && !open ? set : undefined;
  return (
    <article className={styles.template}>
      <h3>{template.name}</h3>
      <p className={styles.hint}>{template.description}</p>
      {done ? <Pictures job={job} set={done} /> : <TemplateSketch job={job} template={template.id} />}
      {open && <Composing name={template.name} percent={set?.progress ?? 0} />}
      {done?.outdated === true && (
        <Notice kind="warn">
          <p>{texts.outdated}</p>
        </Notice>
      )}
      {set?.status === 'failed' && !open && (
        <Notice kind="danger">
          <p>{texts.failed[set.error?.code ?? 'COMPOSING_FAILED']}</p>
        </Notice>
      )}
      {order.isError && (
        <Notice kind="danger">
          <p>{problem(order.error)}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        {done ? (
          <Zip job={job} template={template} set={done} />
        ) : (
          <Button
            disabled={open}
            aria-label={`${texts.compose}: ${template.name}`}
            onClick={() => order.mutate(words)}
          >
            {open ? texts.composing : texts.compose}
          </Button>
        )}
        <Button
          look="quiet"
          disabled={open}
          aria-label={`${done ? texts.again : texts.withWords}: ${template.name}`}
          onClick={() => setAsking(true)}
        >
          {done ? texts.again : texts.withWords}
        </Button>
      </div>
      {asking && (
        <OrderDialog
          job={job}
          template={template}
          words={words}
          onClose={() => setAsking(false)}
          onOrder={(printed) => {
            onWords(printed);
            order.mutate(printed);
          }}
        />
      )}
    </article>
  );
}

function Composing({ name, percent }: { name: string; percent: number }) {
  const { sets: texts } = useTexts();
  return (
    <div>
      <progress className={styles.bar} value={percent} max={100} aria-label={name} />
      <p className={styles.hint} role="status">
        {texts.percent(percent)}
      </p>
    </div>
  );
}

/** Its first pictures, each of which opens large in a tab of its own, and all its files by their names. */
function Pictures({ job, set }: { job: Job; set: ComposedSet }) {
  const { sets: texts } = useTexts();
  const [language] = useSetting('language');
  const kept = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(set.expires_at));
  return (
    <>
      {set.title && <p className={styles.printed}>{set.title}</p>}
      <ul className={styles.pictures}>
        {picturesOf(set)
          .slice(0, PICTURES_SHOWN_MAX)
          .map(({ name, url, width, height }) => (
            <li key={name}>
              <a href={url} target="_blank" rel="noreferrer" aria-label={name}>
                <LinkedImage
                  src={url}
                  alt=""
                  loading="lazy"
                  renew={() => renewLinks(job.job_id)}
                  width={width ?? undefined}
                  height={height ?? undefined}
                />
              </a>
            </li>
          ))}
      </ul>
      <details className={styles.files}>
        <summary>{texts.files(set.files.length)}</summary>
        <ul>
          {set.files.map(({ name, url }) => (
            <li key={name}>
              <a href={url} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <p className={styles.hint}>{texts.kept(kept)}</p>
    </>
  );
}

interface ZipProps {
  job: Job;
  template: Template;
  set: ComposedSet;
}

function Zip({ job, template, set }: ZipProps) {
  const { sets: texts } = useTexts();
  const problem = useProblem();
  const [failure, setFailure] = useState<unknown>();
  const [loading, setLoading] = useState(false);
  if (!set.zip_url) return null;
  const download = async () => {
    setFailure(undefined);
    setLoading(true);
    const link = () =>
      queryClient.getQueryData(setsQuery(job.job_id).queryKey)?.find(({ set_id: id }) => id === set.set_id)
        ?.zip_url;
    try {
      save(await (await fetchLinked(job.job_id, link)).blob(), `${template.id}-${job.job_id}.zip`);
    } catch (reason) {
      setFailure(reason);
    }
    setLoading(false);
  };
  return (
    <>
      {failure !== undefined && (
        <Notice kind="warn">
          <p>{problem(failure)}</p>
        </Notice>
      )}
      <Button
        disabled={loading}
        aria-label={`${texts.zip}: ${template.name}`}
        onClick={() => void download()}
      >
        <Download size={20} strokeWidth={1.75} aria-hidden />
        {texts.zip}
      </Button>
    </>
  );
}
