import { KeyRound } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { queryClient } from '../api/queries';
import { session } from '../api/session';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Empty } from '../ui/notice';

/** Says once that the account is gone, instead of asking the server for it again and again. */
export function UnlessLost({ children }: { children: ReactNode }) {
  const { lost } = useTexts();
  const isLost = useSyncExternalStore(session.subscribe, session.isLost);
  if (!isLost) return children;
  return (
    <main>
      <Empty
        page
        icon={<KeyRound size={32} strokeWidth={1.75} aria-hidden />}
        title={lost.title}
        action={
          <Button
            look="primary"
            onClick={() => {
              queryClient.clear();
              session.startAnew();
            }}
          >
            {lost.action}
          </Button>
        }
      >
        {lost.text}
      </Empty>
    </main>
  );
}
