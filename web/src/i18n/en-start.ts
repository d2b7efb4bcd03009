/** The part of the texts that is about the first visit. */
export const enStart = {
  welcome: {
    label: 'How it works',
    skip: 'Skip',
    next: 'Next',
    done: 'Start',
    page: (n: number, of: number) => `Page ${n} of ${of}`,
    again: 'Show how it works',
    pages: [
      {
        title: 'Bring an album',
        text: 'Photos of rooms or products. What is on them, walls, floors, windows, is found for you.',
      },
      {
        title: 'Say it once, for all photos',
        text: 'Touch a color or a material. You see it on your own photos at once, with their light and shadow.',
      },
      {
        title: 'Pay for finished pictures only',
        text: 'Looking and trying are free. A finished picture is one credit; one that fails costs nothing.',
      },
    ],
  },
};

export type StartTexts = typeof enStart;
