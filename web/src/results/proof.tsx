import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Link } from 'wouter';
import { presetQuery, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { classes } from '../ui/classes';
import { manifestQuery } from './manifest';
import type { Picture } from './pictures';
import styles from './proof.module.css';

/** What the server counted when it painted a result: that protection held. */
export function Proof({ job, picture }: { job: Job; picture: Picture }) {
  const { results } = useTexts();
  const [language] = useSetting('language');
  const preset = useQuery(presetQuery(job.preset, language));
  const manifest = useQuery(manifestQuery(job, picture)).data;
  if (manifest === undefined) return null;
  const { proof } = results;
  const { changed, input, lock } = manifest;
  const number = new Intl.NumberFormat(language);
  const names = manifest.protect.map(
    (id) => preset.data?.concept_details.find((concept) => concept.id === id)?.display_name ?? id,
  );
  const held = changed.in_protect === 0 && changed.outside_rule === 0;
  const isProtecting = names.length + lock.length > 0;
  return (
    <>
      <details className={styles.proof}>
        <summary className={classes(styles.badge, !held && styles.broken)}>
          {held ? (
            <ShieldCheck size={20} strokeWidth={1.75} aria-hidden />
          ) : (
            <ShieldAlert size={20} aria-hidden />
          )}
          {isProtecting
            ? proof.inProtect(number.format(changed.in_protect))
            : proof.outside(number.format(changed.outside_rule))}
        </summary>
        <div className={styles.meaning}>
          <p>{proof.meaning}</p>
          <dl>
            {isProtecting && (
              <Fact name={proof.protectedName}>
                {[...names, ...(lock.length > 0 ? [proof.locked(lock.length)] : [])].join(', ')}
              </Fact>
            )}
            <Fact name={proof.changedName}>
              {proof.of(number.format(changed.pixels), number.format(input.width * input.height))}
            </Fact>
            <Fact name={proof.outsideName}>{number.format(changed.outside_rule)}</Fact>
          </dl>
          <a href={picture.manifest_url} rel="noreferrer">
            {proof.file}
          </a>
        </div>
      </details>
      {manifest.watermarked && (
        <p className={styles.mark}>
          {results.watermark} <Link href="/studio/pricing">{results.plans}</Link>
        </p>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
