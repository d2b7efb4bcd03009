/** The part of the texts that is about a set that waits or is over. */
export const enWork = {
  job: {
    gone: 'The pictures of this set are no longer kept.',
    finding: (done: number, total: number) => `Looking at the photos: ${done} of ${total}`,
    findingFailed: 'What is on the photos could not be found. Try again; it costs nothing.',
    canceledText: 'What was not delivered costs nothing.',
    waitingText:
      'Not all of its photos have arrived. They are sent from the device on which they were picked: open the start page there to go on.',
    end: {
      finished: 'None of its photos could be finished.',
      canceled_by_user: 'You canceled it.',
      canceled_by_operator: 'Whoever runs this server canceled it.',
      upload_window_passed: 'Its photos did not arrive in time.',
      execute_window_passed: 'It waited for a rule for too long.',
      no_progress: 'It made no progress for a day.',
    },
    again: 'Start a new set',
    filmstrip: 'Photos',
    photo: (n: number) => `Photo ${n}`,
  },
};

export type WorkTexts = typeof enWork;
