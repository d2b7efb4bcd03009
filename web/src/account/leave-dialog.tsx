import { useState } from 'react';
import { api } from '../api/client';
import { queryClient, type Account } from '../api/queries';
import { session } from '../api/session';
import { useTexts } from '../i18n';
import { draftFlow } from '../upload/draft';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** What this browser keeps for whoever uses it, not for an account. */
const KEPT = 'photoset.preferences';

/** Asks before the only key to an account is thrown away, and says what goes with it. */
export function LeaveDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { settings, common, deletion } = useTexts();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    // Whatever becomes of it: without the token nobody here can use it.
    await api.POST('/auth/revoke').catch(() => undefined);
    await draftFlow.discard();
    session.startAnew();
    for (const key of Object.keys(localStorage))
      if (key.startsWith('photoset.') && key !== KEPT) localStorage.removeItem(key);
    queryClient.clear();
    location.assign('/');
  };
  return (
    <Dialog
      title={settings.leave}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="danger" disabled={leaving} onClick={() => void leave()}>
            {settings.leaveConfirm}
          </Button>
        </>
      }
    >
      <p>{settings.leaveText}</p>
      <p>{deletion.leaving(account.credits, account.rule_slots)}</p>
    </Dialog>
  );
}
