import { renewLinks, type Job } from '../api/queries';
import { LinkedImage } from '../ui/linked-image';
import { beforeOf, picturesOfPhoto } from './pictures';
import styles from './sets.module.css';

/** What lies at a place of a page: the photo before, the nth design of it, or what is printed. */
type Content = 'before' | 0 | 1 | 2 | 'text' | 'palette' | 'code';
/** From the left and from the top, width and height, in percent of the page. */
type Place = readonly [Content, number, number, number, number];

interface Page {
  ratio: number;
  places: readonly Place[];
}

const A4_ACROSS = 1.414;
const A5_UPRIGHT = 0.707;

/** The pages of docs/sets.md in small. */
const PAGES: Record<string, Page> = {
  before_after: {
    ratio: A4_ACROSS,
    places: [
      ['text', 5, 6, 40, 5],
      ['before', 5, 17, 44, 58],
      [0, 51, 17, 44, 58],
      ['palette', 5, 82, 30, 8],
    ],
  },
  design_pack: {
    ratio: A4_ACROSS,
    places: [
      ['text', 5, 6, 40, 5],
      ['before', 5, 16, 44, 34],
      [0, 51, 16, 44, 34],
      [1, 5, 54, 44, 34],
      [2, 51, 54, 44, 34],
    ],
  },
  client_card: {
    ratio: A5_UPRIGHT,
    places: [
      [0, 7, 6, 86, 44],
      ['text', 7, 53, 50, 3],
      ['before', 7, 59, 52, 27],
      ['palette', 64, 59, 29, 8],
    ],
  },
  disclosure: {
    ratio: A4_ACROSS,
    places: [
      ['text', 5, 6, 50, 5],
      ['before', 5, 16, 44, 52],
      [0, 51, 16, 44, 52],
      ['text', 5, 76, 55, 5],
      ['code', 83, 74, 12, 17],
    ],
  },
  product_pack: {
    ratio: 1.5,
    places: [
      [0, 3, 5, 47, 90],
      [0, 52, 5, 22, 43],
      [1, 76, 5, 22, 43],
      [2, 52, 52, 22, 43],
      ['before', 76, 52, 22, 43],
    ],
  },
  option_board: {
    ratio: A4_ACROSS,
    places: [
      [0, 5, 8, 29, 60],
      [1, 36, 8, 29, 60],
      [2, 67, 8, 29, 60],
      ['text', 5, 74, 22, 5],
      ['text', 36, 74, 22, 5],
      ['text', 67, 74, 22, 5],
    ],
  },
  thumbnails: {
    ratio: 1.5,
    places: [
      [0, 3, 5, 38, 57],
      [0, 44, 5, 25, 47],
      [0, 72, 5, 25, 67],
      [0, 3, 67, 38, 28],
      [0, 44, 57, 25, 28],
    ],
  },
};

/** How a set of a template will look, with a picture of this job. */
export function TemplateSketch({ job, template }: { job: Job; template: string }) {
  const page = PAGES[template];
  const idx = job.download_urls[0]?.idx;
  if (page === undefined || idx === undefined) return null;
  const designs = picturesOfPhoto(job, idx);
  const srcOf = (content: Content) => {
    if (content === 'before') return beforeOf(job, idx);
    return typeof content === 'number' ? (designs[content] ?? designs[0])?.preview_url : undefined;
  };
  return (
    <div className={styles.sketch} aria-hidden>
      <div style={{ aspectRatio: page.ratio }}>
        {page.places.map(([content, left, top, width, height]) => {
          const src = srcOf(content);
          const at = { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` };
          return (
            <div key={`${left} ${top}`} className={styles[String(content)] ?? ''} style={at}>
              {src !== undefined && (
                <LinkedImage src={src} alt="" loading="lazy" renew={() => renewLinks(job.job_id)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
