/** Calls at once, then at most once in `ms`, and never forgets the last one. */
export function throttled(ms: number, call: () => void): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const rested = () => {
    timer = undefined;
    if (again) run();
  };
  const run = () => {
    again = false;
    timer = setTimeout(rested, ms);
    call();
  };
  return {
    call: () => {
      if (timer === undefined) run();
      else again = true;
    },
    cancel: () => clearTimeout(timer),
  };
}
