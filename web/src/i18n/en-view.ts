/** The part of the texts that is about looking at an album and choosing on it. */
export const enView = {
  view: {
    instances: 'One by one',
    instance: { include: 'Include', exclude: 'Leave', lock: 'Protect' },
  },
};

export type ViewTexts = typeof enView;
