import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { instancesQuery, type Instance } from '../api/queries';
import type { WorkingRule } from '../rules/rule';
import { paintMask } from './rle';

/** A photo as pixels. */
export interface PhotoPixels {
  image: ImageData;
  width: number;
  height: number;
}

/** The photo of a link; the same for all links of the same photo, which change with every answer. */
export function usePixels(job: string, idx: number, url: string | undefined) {
  return useQuery({
    queryKey: ['pixels', job, idx],
    enabled: url !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: async (): Promise<PhotoPixels> => {
      const response = await fetch(url ?? '');
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

/** Whether a photo was looked at, and all others too. */
export type Ready = 'no' | 'photo' | 'album';

/** What was found on a photo, and a mask of its size for each instance. */
export function useFound(job: string, idx: number, photo: PhotoPixels | undefined, ready: Ready) {
  const instances = useQuery({ ...instancesQuery(job, idx, ready === 'album'), enabled: ready !== 'no' });
  return useMemo(() => {
    if (photo === undefined || instances.data === undefined) return undefined;
    return instances.data.map((instance) => ({ instance, mask: maskOf(instance, photo) }));
  }, [photo, instances.data]);
}

export type FoundInstance = NonNullable<ReturnType<typeof useFound>>[number];

function maskOf(instance: Instance, photo: PhotoPixels): Uint8Array {
  const mask = new Uint8Array(photo.width * photo.height);
  if (instance.rle) paintMask(instance.rle, 1, mask, photo.width, photo.height);
  return mask;
}

/** Which concept of the rule has which pixel, as the server decides it: protection first, then the concept named last. */
export function ownersOf(found: readonly FoundInstance[], rule: WorkingRule, size: number): Uint8Array {
  const owners = new Uint8Array(size);
  Object.keys(rule.concepts).forEach((concept, place) => {
    for (const { instance, mask } of found)
      if (instance.concept === concept && rule.instances[instance.instance_id] !== 'exclude')
        fill(owners, mask, place + 1);
  });
  for (const { instance, mask } of found)
    if (rule.protect.includes(instance.concept) || rule.instances[instance.instance_id] === 'lock')
      fill(owners, mask, 0);
  return owners;
}

function fill(into: Uint8Array, mask: Uint8Array, value: number): void {
  for (let at = 0; at < mask.length; at++) if (mask[at] === 1) into[at] = value;
}
