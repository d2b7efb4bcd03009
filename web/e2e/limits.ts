/** Looking at a photo takes a second on an idle machine, and a minute on one that is busy with other things. */
export const STEP_MAX_MS = 120_000;
