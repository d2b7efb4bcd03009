import bedroom from '../../../activities-gpu/models/lite/samples/bedroom_wardrobe.jpg?url';
import kitchen from '../../../activities-gpu/models/lite/samples/kitchen_island.jpg?url';
import living from '../../../activities-gpu/models/lite/samples/living_tv.jpg?url';

/** Rooms that come with the product, for a first result without photos of one's own. */
export const SAMPLES = [
  { name: 'living-room.jpg', url: living },
  { name: 'kitchen.jpg', url: kitchen },
  { name: 'bedroom.jpg', url: bedroom },
];

export function sampleFiles(): Promise<File[]> {
  return Promise.all(
    SAMPLES.map(
      async ({ name, url }) => new File([await (await fetch(url)).blob()], name, { type: 'image/jpeg' }),
    ),
  );
}
