import { useTexts } from '../i18n';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import type { PickProblem, Rejected } from './pick';
import styles from './upload.module.css';

interface RejectionsProps {
  rejected: readonly Rejected[];
  /** The most photos that the plan takes, where it is known. */
  max: number | undefined;
}

/** Names the files that were not taken, those of one reason together. */
export function Rejections({ rejected, max }: RejectionsProps) {
  const { nav } = useTexts();
  if (rejected.length === 0) return null;
  const reasons = [...new Set(rejected.map(({ why }) => why))];
  return (
    <Notice kind="warn">
      <ul className={styles.reasons}>
        {reasons.map((why) => (
          <li key={why}>
            <Reason
              why={why}
              names={rejected.flatMap((one) => (one.why === why ? [one.name] : []))}
              max={max}
            />
          </li>
        ))}
      </ul>
      {reasons.includes('too_many') && <ButtonLink href="/studio/pricing">{nav.pricing}</ButtonLink>}
    </Notice>
  );
}

function Reason({
  why,
  names,
  max,
}: {
  why: PickProblem;
  names: readonly string[];
  max: number | undefined;
}) {
  const { upload } = useTexts();
  const [first = ''] = names;
  const said = upload.rejected[why](first, names.length, max);
  if (names.length === 1) return said;
  return (
    <details>
      <summary>{said}</summary>
      <ul className={styles.names}>
        {names.map((name, i) => (
          <li key={`${i} ${name}`}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
