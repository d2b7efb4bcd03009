import { Brush, CircleSlash, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { renewLinks, type Item, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import type { WorkingRule } from '../rules/rule';
import type { AlbumCounts } from './album';
import { SmallImage } from '../ui/small-image';
import styles from './workspace.module.css';

const ICON = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const;

interface FilmstripProps {
  job: Job;
  idx: number;
  rule: WorkingRule;
  album: AlbumCounts | undefined;
  onPick: (idx: number) => void;
}

/** All photos of the album, each with what is special about it. One stop of Tab; arrows go from photo to photo. */
export function Filmstrip({ job, idx, rule, album, onPick }: FilmstripProps) {
  const { job: words } = useTexts();
  const strip = useRef<HTMLElement>(null);
  const shown = job.items.filter(({ view_url }) => view_url);
  const left = Object.keys(rule.instances);
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-current="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [idx]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex((item) => item.idx === idx);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: shown.length - 1 }[event.key];
    const next = to === undefined ? undefined : shown[to];
    if (next === undefined) return;
    event.preventDefault();
    onPick(next.idx);
    strip.current?.querySelector<HTMLElement>(`[data-idx="${next.idx}"]`)?.focus();
  };
  return (
    <nav ref={strip} className={styles.strip} aria-label={words.filmstrip} {...{ onKeyDown }}>
      {job.items.map((item) => (
        <button
          key={item.idx}
          type="button"
          data-idx={item.idx}
          tabIndex={item.idx === idx ? 0 : -1}
          aria-current={item.idx === idx}
          disabled={!item.view_url}
          title={item.error?.message}
          onClick={() => onPick(item.idx)}
        >
          <span className="visually-hidden">{words.photo(item.idx + 1)}</span>
          {item.view_url && (
            <SmallImage src={item.view_url} alt="" width={144} renew={() => renewLinks(job.job_id)} />
          )}
          <Badges
            item={item}
            own={album?.hasOwnMask(item.idx) === true}
            left={album?.hasOne(item.idx, left) === true}
          />
        </button>
      ))}
    </nav>
  );
}

/** Signs over a thumbnail, with words for those who do not see them. */
function Badges({ item, own, left }: { item: Item; own: boolean; left: boolean }) {
  const { view: texts } = useTexts();
  const failed = Boolean(item.error);
  const looking = item.segmentation?.status;
  const badges = [
    failed && { text: texts.badge.failed, icon: <TriangleAlert {...ICON} /> },
    own && { text: texts.badge.own, icon: <Brush {...ICON} /> },
    left && { text: texts.badge.left, icon: <CircleSlash {...ICON} /> },
    !failed && looking === 'done' && !own && { text: texts.badge.looked, icon: <Eye {...ICON} /> },
    !failed &&
      looking !== 'done' &&
      looking !== 'failed' && { text: texts.badge.looking, icon: <LoaderCircle {...ICON} /> },
  ];
  return (
    <span className={styles.badges}>
      {badges.map(
        (badge) =>
          badge !== false && (
            <span key={badge.text} className={styles.badge} title={badge.text}>
              {badge.icon}
              <span className="visually-hidden">{badge.text}</span>
            </span>
          ),
      )}
    </span>
  );
}
