import { useTexts } from '../i18n';
import { Notice } from '../ui/notice';
import type { Rejected } from './pick';

/** Names the files that were not taken. */
export function Rejections({ rejected }: { rejected: readonly Rejected[] }) {
  const { upload } = useTexts();
  if (rejected.length === 0) return null;
  return (
    <Notice kind="warn">
      <ul>
        {rejected.map(({ name, why }) => (
          <li key={`${name} ${why}`}>{upload.rejected[why](name)}</li>
        ))}
      </ul>
    </Notice>
  );
}
