import { plural } from './plural';

/** The part of the texts that is about looking at an album and choosing on it. */
export const enView = {
  view: {
    stage: (name: string) => `${name}, large. Arrow keys move it, plus and minus zoom.`,
    back: 'Back to the sets',
    overlay: 'Outlines and hatching',
    outlines: 'Show them',
    opacity: 'Strength of the tint',
    onlyProtected: 'Show only what is protected',
    showAll: 'Show everything',
    sheet: {
      peek: 'Choices: one line. Show half',
      half: 'Choices: half. Show all',
      full: 'Choices: all. Show one line',
    },
    concepts: 'What is on the photo',
    missing: (count: number) => `${count} not on this photo`,
    counts: (count: number, album: number | undefined) =>
      `${count} on this photo${album === undefined ? '' : `, ${album} in the album`}`,
    protectConcept: (label: string) => `Protect ${label}`,
    protectWins: (label: string) => `${label} is protected, so what you chose for it is not done.`,
    unprotect: 'Stop protecting',
    protectedShare: (concepts: number, locked: number, percent: number) =>
      `Protected: ${plural(concepts, 'kind', 'kinds')} of things${locked > 0 ? ` and ${locked} one by one` : ''}, ${percent} % of the photo`,
    noneFound: (label: string) => `${label}: none found on this photo`,
    elsewhere: 'It was found on these photos. If it is here too, draw it yourself.',
    notSought: 'It is not looked for by itself. Draw it on each photo where it is.',
    noneText: 'It may be small, hidden or not there at all. Try another photo, or draw it yourself.',
    instances: 'One by one',
    instance: { include: 'Include', exclude: 'Leave', lock: 'Protect' },
    forAll: 'For all of them',
    all: 'All',
    none: 'None',
    invert: 'Invert',
    lockAll: 'Protect all',
    order: 'Order',
    orders: { number: 'By number', size: 'Largest first', score: 'Surest first', position: 'From the left' },
    facts: (score: number, share: number, photos: number | undefined) =>
      `${Math.round(score * 100)} % sure · ${percentOf(share)} of the photo${
        photos !== undefined && photos > 1 ? ` · on ${photos} photos` : ''
      }`,
    name: 'Name',
    rename: (name: string) => `Rename ${name}`,
    badge: {
      failed: 'Failed',
      own: 'Has a mask of yours',
      left: 'Something is left out or protected',
      looked: 'Looked at',
      looking: 'Being looked at',
    },
    help: {
      open: 'Keys',
      title: 'Keys',
      enabled: 'Single keys do what this list says',
      groups: [
        {
          title: 'Photo',
          keys: [
            ['+  −  0', 'Zoom in, zoom out, whole photo'],
            ['← ↑ → ↓', 'Move the photo that has the focus; whole, to the next'],
            ['[  ]', 'Photo before, next photo'],
            ['H', 'Outlines on and off'],
            ['P', 'Only what is protected'],
          ],
        },
        {
          title: 'Cards',
          keys: [
            ['↑  ↓', 'Card before, next card'],
            ['←  →', 'Include, leave, protect'],
            ['Space', 'Include or leave'],
            ['L', 'Protect'],
            ['S', 'Show only this one'],
          ],
        },
        { title: 'Anywhere', keys: [['?', 'This list']] },
      ] as { title: string; keys: [string, string][] }[],
    },
  },
};

function percentOf(share: number): string {
  return share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;
}

export type ViewTexts = typeof enView;
