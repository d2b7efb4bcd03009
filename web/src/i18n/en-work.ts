import { plural } from './plural';

/** The part of the texts that is about a set at work and its pictures. */
export const enWork = {
  job: {
    gone: 'The pictures of this set are no longer kept.',
    finding: (done: number, total: number) => `Looking at the photos: ${done} of ${total}`,
    findingFailed: 'What is on the photos could not be found. Try again; it costs nothing.',
    canceledText: 'What was not delivered costs nothing.',
    waitingText:
      'Not all of its photos have arrived. They are sent from the device on which they were picked: open the start page there to go on.',
    end: {
      finished: 'None of its photos could be finished.',
      canceled_by_user: 'You canceled it.',
      canceled_by_operator: 'Whoever runs this server canceled it.',
      upload_window_passed: 'Its photos did not arrive in time.',
      execute_window_passed: 'It waited for a rule for too long.',
      no_progress: 'It made no progress for a day.',
    },
    again: 'Start a new set',
    filmstrip: 'Photos',
    photo: (n: number) => `Photo ${n}`,
  },
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
    cancelText: (credits: number) =>
      `Finished pictures stay yours. ${plural(credits, 'credit comes', 'credits come')} back.`,
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
  sets: {
    title: 'Make a set of them',
    compose: 'Make it, free',
    composing: 'Being made…',
    zip: 'Download as zip',
    linkEnded: 'The link had ended and was renewed. Download it again.',
    failed: {
      SET_REFUSED: 'This cannot be made of these pictures.',
      PICTURES_GONE: 'The pictures are no longer kept.',
      SERVICE_UNAVAILABLE: 'A part of the server was away. Try again.',
      COMPOSING_FAILED: 'It could not be made. Try again.',
      CANCELED: 'It was canceled.',
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
    previous: 'Previous photo',
    next: 'Next photo',
  },
};

export type WorkTexts = typeof enWork;
