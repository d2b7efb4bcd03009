import { plural } from './plural';

/** The part of the texts that is about a run, its pictures and what is made of them. */
export const enResults = {
  run: {
    queued: 'In line. It starts by itself.',
    place: (before: number) =>
      before === 0 ? 'Next in line.' : `${plural(before, 'set goes', 'sets go')} before it.`,
    left: (seconds: number) =>
      seconds < 60
        ? 'Less than a minute left.'
        : `About ${plural(Math.round(seconds / 60), 'minute', 'minutes')} left.`,
    running: (done: number, total: number) => `${done} of ${total} done`,
    close: 'You can close this page; the work goes on.',
    cancel: 'Cancel',
    cancelTitle: 'Cancel this set?',
    cancelText: (credits: number, held: number) =>
      `Finished pictures stay yours. ${credits} of ${plural(held, 'credit comes', 'credits come')} back.`,
    canceled: 'You canceled this set.',
    cameBack: (credits: number, held: number) =>
      `${credits} of ${plural(held, 'credit', 'credits')} came back.`,
    away: 'The server cannot be reached right now. It keeps what it has, and this page goes on by itself when it is back.',
    stepsLabel: 'Steps',
    steps: {
      looking: 'Looking',
      queued: 'In line',
      both: 'Looking and painting',
      painting: 'Painting',
      finishing: 'Finishing',
    },
    notice: {
      ask: 'Tell me when it is done',
      on: 'This browser will tell you as long as the page stays open in a tab.',
      denied: 'Notices of this page are blocked in the browser; the title of the tab counts along.',
    },
    cancelConfirm: 'Cancel the set',
    keepOn: 'Go on',
    failedTitle: 'What could not be finished',
    retry: (count: number) => `Try ${plural(count, 'photo', 'photos')} again`,
    retryText: (credits: number) =>
      `With the same rule. It holds ${plural(credits, 'credit', 'credits')} and takes what is delivered.`,
    fault: {
      UPLOAD_MISSING: 'The photo did not arrive.',
      SIZE_MISMATCH: 'The photo arrived incomplete.',
      HASH_MISMATCH: 'The photo arrived damaged.',
      UNSUPPORTED_FORMAT: 'This file is no photo that can be read.',
      UNREADABLE_PHOTO: 'The photo is damaged.',
      PHOTO_TOO_LARGE: 'The photo is too large.',
      PHOTO_TOO_SMALL: 'The photo is too small.',
      UNKNOWN_CONCEPT: 'The rule names something that this server cannot find.',
      SEGMENTATION_FAILED: 'What is on the photo could not be found.',
      RENDERING_FAILED: 'The picture could not be made.',
      SERVICE_UNAVAILABLE: 'A part of the server was away. The photo is fine.',
    },
  },
  results: {
    title: (count: number) => plural(count, 'finished picture', 'finished pictures'),
    failed: (count: number) => `${plural(count, 'photo', 'photos')} failed and cost nothing.`,
    before: 'Before',
    after: 'After',
    slider: 'Before and after',
    sliderValue: (percent: number) => `${percent} % before`,
    download: 'Download',
    downloadAll: 'Download all',
    notLoaded: 'This picture could not be loaded',
    previous: 'Previous photo',
    next: 'Next photo',
    modesLabel: 'How to compare',
    modes: { split: 'Slider', side: 'Side by side', after: 'After', designs: 'Designs' },
    half: 'Half',
    peek: 'Hold for before',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: 'Whole picture',
    variants: 'Designs',
    gallery: 'All pictures',
    select: (name: string) => `Select ${name}`,
    clearSelection: 'Clear the selection',
    downloadSelected: (count: number) => `Download ${count} selected`,
    saving: (done: number, of: number) => `${done} of ${of} saved`,
    notSaved: (count: number) =>
      `${plural(count, 'picture', 'pictures')} could not be saved. They are kept here; try again.`,
    share: (count: number) => (count > 1 ? `Share ${count} pictures` : 'Share'),
    shareNow: 'Share now',
    shareReady: 'The pictures are ready. Press once more.',
    copyLink: 'Copy link',
    linkCopied: (minutes: number) =>
      `Link copied. Whoever has it can download the picture for ${plural(minutes, 'minute', 'minutes')}.`,
    linkShown: (minutes: number) =>
      `This page may not copy. Whoever has this link can download the picture for ${plural(minutes, 'minute', 'minutes')}:`,
    watermark: 'On the free plan, what was painted carries a mark.',
    plans: 'See the plans',
    proof: {
      inProtect: (pixels: string) => `${pixels} pixels changed under protection`,
      outside: (pixels: string) => `${pixels} pixels changed outside the rule`,
      meaning:
        'When the picture was painted, every pixel of it was compared with the photo. Where something is protected, and where the rule names nothing, the photo is as it was.',
      protectedName: 'Protected',
      locked: (count: number) => plural(count, 'single thing', 'single things'),
      changedName: 'Changed by the rule',
      outsideName: 'Changed outside the rule',
      of: (pixels: string, all: string) => `${pixels} of ${all} pixels`,
      file: 'Download the proof, with the hashes of both pictures',
    },
  },
  sets: {
    title: 'Make a set of them',
    compose: 'Make it, free',
    composing: 'Being made…',
    zip: 'Download as zip',
    percent: (percent: number) => `${percent} %`,
    withWords: 'With title and captions…',
    again: 'Make it again…',
    titleLabel: 'Title',
    titleExample: 'Kim residence, spring',
    labelLabel: 'Label on the pictures',
    labelUsual: 'Digitally altered · 디지털 보정',
    captions: 'Captions',
    caption: (photo: string) => `Caption of ${photo}`,
    files: (count: number) => `All files (${count})`,
    kept: (date: string) => `Kept until ${date}`,
    failed: {
      SET_REFUSED: 'This cannot be made of these pictures.',
      PICTURES_GONE: 'The pictures are no longer kept.',
      SERVICE_UNAVAILABLE: 'A part of the server was away. Try again.',
      COMPOSING_FAILED: 'It could not be made. Try again.',
      CANCELED: 'It was canceled.',
    },
  },
};

export type ResultsTexts = typeof enResults;
