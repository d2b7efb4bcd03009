import { useMutation } from '@tanstack/react-query';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type ComposedSet, type Preset } from '../api/queries';
import type { components } from '../api/schema';

export type Template = Preset['output_templates'][number];
type SetBody = components['schemas']['SetBody'];

/** The contract's. */
export const TITLE_MAX = 120;
export const NAME_MAX = 80;
export const LABEL_MAX = 60;

/** What is printed on a set besides its pictures; empty is nothing, and the server's own label. */
export interface SetWords {
  title: string;
  /** Captions by the number of the photo. */
  names: Record<string, string>;
  label: string;
}

/** Whether a template prints a caption at each photo. */
export function hasCaptions(template: string): boolean {
  return template !== 'thumbnails' && template !== 'product_pack';
}

/** Whether a template prints a label on each picture. */
export function hasLabel(template: string): boolean {
  return template === 'disclosure';
}

/** An order in the words of the contract, which takes no empty ones and only those that the template prints. */
export function orderOf(template: string, words: SetWords): SetBody {
  const names = Object.entries(words.names).flatMap(([idx, name]) =>
    name.trim() === '' ? [] : [[idx, name.trim()] as const],
  );
  const title = words.title.trim();
  const label = words.label.trim();
  return {
    output_template: template as SetBody['output_template'],
    ...(title !== '' && { title }),
    ...(hasCaptions(template) && names.length > 0 && { names: Object.fromEntries(names) }),
    ...(hasLabel(template) && label !== '' && { label }),
  };
}

/** Orders sets of a job. */
export function useSetOrder(job: string, template: Template) {
  return useMutation({
    mutationFn: (words: SetWords) =>
      data(
        api.POST('/jobs/{id}/sets', {
          params: { path: { id: job }, header: onceOnly() },
          body: orderOf(template.id, words),
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sets', job] }),
  });
}

/** The files of a set that can be looked at in the page. */
export function picturesOf(set: ComposedSet): ComposedSet['files'] {
  return set.files.filter(({ name }) => /\.(jpg|png)$/.test(name));
}
