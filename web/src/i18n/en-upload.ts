import type { PickProblem } from '../upload/pick';
import { plural } from './plural';

/** The most photos of a plan, where the server has said it. */
type Max = number | undefined;

function mb(size: number): string {
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}

/** Says of a file, or of so many, why it was not taken. */
type Told = (name: string, count?: number, max?: Max) => string;

const rejected: Record<PickProblem, Told> = {
  no_photo: (name: string, count = 1) =>
    count === 1 ? `${name} is no photo and was left out.` : `${count} files are no photos and were left out.`,
  too_large: (name: string, count = 1) =>
    count === 1
      ? `${name} is larger than 60 MB and was left out. Export it smaller, then add it.`
      : `${count} files are larger than 60 MB and were left out. Export them smaller, then add them.`,
  unreadable: (name: string, count = 1) =>
    count === 1
      ? `${name} cannot be read on this device. Copy it here, then add it.`
      : `${count} files cannot be read on this device. Copy them here, then add them.`,
  twice: (name: string, count = 1) =>
    count === 1 ? `${name} is in the set already.` : `${count} photos are in the set already.`,
  too_many: (name: string, count = 1, max: Max = undefined) =>
    `${count === 1 ? `${name} was` : `${count} photos were`} left out: your plan takes ${
      max === undefined ? 'no more' : max
    } in a set. The first are kept; make another set of the rest, or look at the plans.`,
  on_its_way: (name: string, count = 1) =>
    `${count === 1 ? `${name} was` : `${count} files were`} not added, because this set is being sent. Pause it, or start another set with ${
      count === 1 ? 'it' : 'them'
    } afterwards.`,
  not_kept: (name: string, count = 1) =>
    count === 1
      ? `There was no room on this device to keep ${name}. Add it again.`
      : `There was no room on this device to keep ${count} photos. Add them again.`,
};

/** The part of the texts that is about how photos come in. */
export const enUpload = {
  upload: {
    title: 'New set',
    domain: 'What is on the photos',
    add: 'Add photos',
    remove: (name: string) => `Remove ${name}`,
    retry: (name: string) => `Send ${name} again`,
    progress: (name: string) => `Sending ${name}`,
    stored: 'Sent',
    broken: 'Not sent',
    send: (count: number) => `Look at ${plural(count, 'photo', 'photos')}`,
    sendHint: 'Looking is free. You pay only for finished pictures.',
    limit: (count: number, max: Max, size: number) =>
      `${max === undefined ? plural(count, 'photo', 'photos') : `${count} of ${max}`} · ${mb(size)}`,
    discard: 'Discard all',
    discarded: (count: number) => `${plural(count, 'photo', 'photos')} discarded.`,
    undo: 'Undo',
    pause: 'Pause',
    goOn: 'Go on sending',
    reading: (done: number, total: number) => `Reading ${done} of ${total}…`,
    sending: (done: number, total: number) => `Sent ${done} of ${total}`,
    checking: 'Checking the photos…',
    stays: 'You can close this page; it goes on when you come back.',
    staysOpen: 'Leave this page open until all are sent.',
    waiting:
      'Nothing gets through at the moment. What was sent is kept, and the rest goes on by itself as soon as it can.',
    unkept:
      'This device has no room left to keep the photos, so closing this page would lose what is not sent yet. Leave it open until all are sent.',
    elsewhere: 'Another tab of this browser is sending these photos.',
    dropNow: 'Let go to add them',
    dropNew: 'Let go to start a new set with them',
    failed: (count: number) =>
      `${plural(count, 'photo', 'photos')} could not be sent; the rest is kept. Send them again, or go on without them.`,
    withoutFailed: 'Go on without',
    rejected,
    noPreview: 'No preview in this browser',
    credits: (needed: number, available: number) =>
      `This needs ${plural(needed, 'credit', 'credits')}, and you have ${available}. Remove ${plural(
        needed - available,
        'photo',
        'photos',
      )}, or look at the plans.`,
    busy: (max: number) =>
      `Your plan allows ${plural(max, 'set', 'sets')} at a time, and that many are in work. Finish or cancel one first; these photos stay here.`,
    many: (count: number, size: number) =>
      `${count} photos are ${mb(size)} to send. On a slow line this takes a while; you can close the page, and it goes on when you come back.`,
  },
};

export type UploadTexts = typeof enUpload;
