import { describe, expect, it } from 'vitest';
import { ACCEPTED, photoType } from './photo-type';

function boxes(brand: string): Blob {
  return new Blob([new Uint8Array([0, 0, 0, 24]), `ftyp${brand}`, new Uint8Array(4), 'mif1heic']);
}

describe('photoType', () => {
  it.each([
    ['heic', 'image/heic'],
    ['heix', 'image/heic'],
    ['mif1', 'image/heif'],
    ['avif', 'image/avif'],
  ])('knows a file in boxes by its brand %s', async (brand, type) => {
    expect(await photoType(boxes(brand))).toBe(type);
  });

  it('takes no film for a photo', async () => {
    expect(await photoType(boxes('isom'))).toBeNull();
  });
});

describe('ACCEPTED', () => {
  it('offers the photos of phones, on systems that know no type of them too', () => {
    expect(ACCEPTED.split(',')).toEqual(
      expect.arrayContaining(['image/heic', 'image/heif', '.heic', '.heif']),
    );
  });
});
