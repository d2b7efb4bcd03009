import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { Button, ButtonLink } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { draftFlow } from './draft';

/** Why the last step was not done. */
export function Refused({ failure }: { failure: unknown }) {
  const { upload, nav } = useTexts();
  const problem = useProblem();
  const short =
    failure instanceof Refusal && failure.code === 'INSUFFICIENT_CREDITS' ? failure.details[0] : undefined;
  return (
    <Notice kind="danger">
      <p>{short ? upload.credits(short.needed ?? 0, short.available ?? 0) : problem(failure)}</p>
      {short && <ButtonLink href="/studio/pricing">{nav.pricing}</ButtonLink>}
    </Notice>
  );
}

export function FailedPhotos({ count }: { count: number }) {
  const { upload } = useTexts();
  return (
    <Notice kind="danger">
      <p>{upload.failed(count)}</p>
      <Button onClick={() => void draftFlow.removeFailed()}>{upload.withoutFailed}</Button>
    </Notice>
  );
}

/** Nothing gets through; it is tried again and again. */
export function Waiting() {
  const { upload } = useTexts();
  return (
    <Notice kind="warn">
      <p>{upload.waiting}</p>
    </Notice>
  );
}

/** The device has no room to keep the photos for a later visit. */
export function Unkept() {
  const { upload } = useTexts();
  return (
    <Notice kind="warn">
      <p>{upload.unkept}</p>
    </Notice>
  );
}
