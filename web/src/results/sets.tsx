import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followJob } from '../api/events';
import { isComposing, presetQuery, queryClient, setsQuery, type Job } from '../api/queries';
import { fitsDesigns } from '../api/templates';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import type { SetWords } from './set-order';
import styles from './sets.module.css';
import { TemplateCard } from './template-card';

/** What can be made of the finished pictures: boards, cards, thumbnails, each to be ordered, looked at and taken home. */
export function Sets({ job }: { job: Job }) {
  const { sets: texts } = useTexts();
  const [language] = useSetting('language');
  const [words, setWords] = useState<SetWords>({ title: '', names: {}, label: '' });
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
  const templates = preset.data.output_templates.filter(({ id }) => fitsDesigns(id, job.variants.length));
  return (
    <section className={styles.sets} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <ul className={styles.templates}>
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard
              job={job}
              template={template}
              words={words}
              onWords={setWords}
              // The newest: what is ordered again is made of more pictures.
              set={sets.data?.findLast((set) => set.output_template === template.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
