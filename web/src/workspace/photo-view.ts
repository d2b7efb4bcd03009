import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { instancesQuery, type Instance } from '../api/queries';
import type { InstanceState, WorkingRule } from '../rules/rule';
import { paintMask } from './rle';

/** A photo as pixels. */
export interface PhotoPixels {
  image: ImageData;
  width: number;
  height: number;
}

/** A store that is away for a moment; then somebody is asked. */
const TRIES_MORE = 2;

/** The photo of a link; the same for all links of the same photo, which change with every answer. */
export function usePixels(job: string, idx: number, url: string | undefined) {
  return useQuery({
    queryKey: ['pixels', job, idx],
    enabled: url !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: TRIES_MORE,
    queryFn: async (): Promise<PhotoPixels> => {
      // An answer that the browser keeps from a plain <img> may lack its CORS headers and is refused: then the store is asked.
      const response = await fetch(url ?? '').catch(() => fetch(url ?? '', { cache: 'reload' }));
      if (!response.ok) throw new Error('photo');
      const bitmap = await createImageBitmap(await response.blob());
      const { width, height } = bitmap;
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('canvas');
      context.drawImage(bitmap, 0, 0);
      bitmap.close();
      return { image: context.getImageData(0, 0, width, height), width, height };
    },
  });
}

/** An instance, whose pixels are written into pictures of the photo's size: a mask for each would take megabytes. */
export interface FoundInstance {
  instance: Instance;
  paint: (into: Uint8Array | Uint16Array, value: number) => void;
}

/** Whether a photo was looked at, and all others too. */
export type Ready = 'no' | 'photo' | 'album';

/** What was found on a photo. */
export function useFound(job: string, idx: number, photo: PhotoPixels | undefined, ready: Ready) {
  const instances = useQuery({ ...instancesQuery(job, idx, ready === 'album'), enabled: ready !== 'no' });
  return useMemo(() => {
    if (photo === undefined || instances.data === undefined) return undefined;
    // A photo's things are told with those of the others; until then, none does not mean that there is none.
    if ((ready === 'photo' || instances.isPlaceholderData) && instances.data.length === 0) return undefined;
    return instances.data.map((instance): FoundInstance => ({
      instance,
      paint: (into, value) => {
        if (instance.rle) paintMask(instance.rle, value, into, photo.width, photo.height);
      },
    }));
  }, [photo, instances.data, instances.isPlaceholderData, ready]);
}

/** Which concept of the rule has which pixel, as the server decides it: protection first, then the concept named last. */
export function ownersOf(found: readonly FoundInstance[], rule: WorkingRule, size: number): Uint8Array {
  const owners = new Uint8Array(size);
  Object.keys(rule.concepts).forEach((concept, place) => {
    for (const { instance, paint } of found)
      if (instance.concept === concept && rule.instances[instance.instance_id] !== 'exclude')
        paint(owners, place + 1);
  });
  for (const { instance, paint } of found)
    if (rule.protect.includes(instance.concept) || rule.instances[instance.instance_id] === 'lock')
      paint(owners, 0);
  return owners;
}

/** What is called #1, #2, ... on a photo: each instance's place in its concept, in the order of the server. */
export function numbersOf(found: readonly FoundInstance[]): Map<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    found.map(({ instance: { concept, instance_id } }) => {
      const number = (counts.get(concept) ?? 0) + 1;
      counts.set(concept, number);
      return [instance_id, number] as const;
    }),
  );
}

export function stateOf(rule: WorkingRule, id: string): InstanceState {
  return rule.instances[id] ?? 'include';
}

export function isGuarded(rule: WorkingRule, { concept, instance_id }: Instance): boolean {
  return rule.protect.includes(concept) || rule.instances[instance_id] === 'lock';
}
