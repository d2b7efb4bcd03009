import type { Account } from '../api/queries';
import { useTexts } from '../i18n';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Draft } from './draft-store';

/** From so many photos on, sending takes minutes on most lines. */
const MANY = 50;

/** Whether the account could not pay for the photos, which the server says only after they were sent. */
export function lacksCredits(draft: Draft, account: Account | undefined): boolean {
  return account !== undefined && draft.photos.length > account.credits;
}

interface LimitsProps {
  draft: Draft;
  account: Account | undefined;
  /** Of all photos, in MB. */
  size: number;
}

/** What would stop the album later, said before anything is sent. */
export function Limits({ draft, account, size }: LimitsProps) {
  const { upload, nav } = useTexts();
  const count = draft.photos.length;
  const busy =
    account !== undefined && draft.job === null && account.concurrent_jobs >= account.max_concurrent_jobs;
  return (
    <>
      {account !== undefined && lacksCredits(draft, account) && (
        <Notice kind="danger">
          <p>{upload.credits(count, account.credits)}</p>
          <ButtonLink href="/studio/pricing">{nav.pricing}</ButtonLink>
        </Notice>
      )}
      {busy && (
        <Notice kind="warn">
          <p>{upload.busy(account.max_concurrent_jobs)}</p>
          <ButtonLink href="/studio/history">{nav.history}</ButtonLink>
        </Notice>
      )}
      {count >= MANY && (
        <Notice kind="warn">
          <p>{upload.many(count, size)}</p>
        </Notice>
      )}
    </>
  );
}
