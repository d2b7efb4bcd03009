import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Job } from '../api/queries';
import { en } from '../i18n/en';
import type { Picture } from './pictures';
import { TakeHome } from './take-home';

let shown: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  shown = document.createElement('div');
});

/** What can be done where `variant` of the first photo is shown, in the words of the buttons. */
function buttons(variants: string[], variant: string, selected: string[] = []): (string | null)[] {
  const all = variants.map((id) => ({ idx: 0, variant: id }) as Picture);
  const of = (id: string) => all.filter((picture) => picture.variant === id);
  const job = { job_id: 'j', variants: variants.map((id) => ({ id })), download_urls: all } as unknown as Job;
  const [picture = {} as Picture] = of(variant);
  act(() =>
    createRoot(shown).render(
      <TakeHome job={job} all={all} selected={selected.flatMap(of)} shown={picture} />,
    ),
  );
  return Array.from(shown.querySelectorAll('button'), (button) => button.textContent);
}

const { results } = en;

test('where a set has one design, nothing is said of designs', () => {
  expect(buttons(['only'], 'only')).toEqual([results.download, results.copyLink, results.downloadAll]);
});

test('where it has several, it is said which one is taken home, and all of the photo can be', () => {
  expect(buttons(['x', 'y', 'z'], 'y')).toEqual([
    results.downloadDesign('B'),
    results.downloadDesigns(3),
    results.copyLinkOf('B'),
    results.downloadAll,
  ]);
});

test('what was selected is named as what it is, not as what is shown', () => {
  expect(buttons(['x', 'y', 'z'], 'y', ['z'])).toContain(results.copyLinkOf('C'));
});
