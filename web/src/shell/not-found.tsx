import { Compass } from 'lucide-react';
import { useTexts } from '../i18n';
import { ButtonLink } from '../ui/button';
import { Empty } from '../ui/notice';
import { useTitle } from '../ui/page';

export function NotFound() {
  const { missing } = useTexts();
  useTitle(missing.title);
  return (
    <Empty
      page
      icon={<Compass size={32} strokeWidth={1.75} aria-hidden />}
      title={missing.title}
      action={
        <ButtonLink href="/" look="primary">
          {missing.action}
        </ButtonLink>
      }
    >
      {missing.text}
    </Empty>
  );
}
