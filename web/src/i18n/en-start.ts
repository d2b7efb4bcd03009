import { plural } from './plural';

/** The part of the texts that is about how somebody comes in: the first visit, the camera, the app on the device. */
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
  camera: {
    title: 'Camera',
    start: 'Turn on the camera',
    startText: 'The browser asks once. Pictures stay on this device until you send them.',
    starting: 'Starting the camera…',
    back: 'Back to the start',
    menu: 'What is on the photos',
    choose: 'What is on the photos?',
    concepts: 'What matters in them',
    shutter: 'Take a photo',
    gallery: 'From the gallery',
    native: 'Use the camera app',
    flip: 'Front or back camera',
    lens: 'Camera',
    lensNumber: (n: number) => `Camera ${n}`,
    light: { off: 'Light off', auto: 'Light automatic', on: 'Light on' },
    taken: (count: number) => `${plural(count, 'photo', 'photos')} in the album`,
    next: 'Next',
    full: (max: number) => `Your plan takes ${plural(max, 'photo', 'photos')} in one set. Go on with these.`,
    onItsWay: 'Another album is being sent. Take photos for the next one when it is through.',
    failed: 'That picture could not be taken. Try once more.',
    domains: 'Domains',
    places: 'Places',
    dropped: (domain: string) => `Changed to ${domain}. Other things can be chosen there.`,
    undo: 'Undo',
    trouble: {
      insecure: {
        title: 'The camera needs a secure page',
        text: 'Browsers lend the camera only to pages over HTTPS or on localhost, and this one is neither. Whoever runs this server can set up HTTPS. Until then, use the camera app or photos that you have.',
      },
      denied: {
        title: 'The camera is not allowed here',
        text: 'Allow it in the settings of this page, behind the sign beside its address, then try again. Photos that you have work without it.',
      },
      absent: {
        title: 'No camera was found',
        text: 'Connect one and try again, or choose photos that you have.',
      },
      busy: {
        title: 'The camera did not start',
        text: 'Another app may be using it. Close that and try again, or choose photos that you have.',
      },
    },
  },
  install: {
    action: 'Install as an app',
    steps: ['Tap Share in Safari.', 'Choose “Add to Home Screen”.'],
    newBuild: 'A newer version is here. What you are working on is kept.',
    load: 'Load it',
    missed: 'The shared photos did not arrive. Choose them here instead.',
  },
};

export type StartTexts = typeof enStart;
