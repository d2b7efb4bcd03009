import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { api, data } from '../api/client';
import { queryClient } from '../api/queries';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import { useProblem } from '../ui/notice';
import styles from './cards.module.css';

interface InstanceNameProps {
  job: string;
  id: string;
  name: string;
}

/** As the server says of a name. */
const CHARS_MAX = 40;

/** What an instance is called on all photos, and how to call it otherwise. */
export function InstanceName({ job, id, name }: InstanceNameProps) {
  const { view: texts } = useTexts();
  const problem = useProblem();
  const [editing, setEditing] = useState(false);
  const rename = useMutation({
    mutationFn: (next: string) =>
      data(
        api.PATCH('/jobs/{id}/instances/{instance_id}', {
          params: { path: { id: job, instance_id: id } },
          body: { name: next },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['instances', job] }),
  });
  if (!editing)
    return (
      <span className={styles.name}>
        <span>{rename.isPending ? rename.variables : name}</span>
        <IconButton label={texts.rename(name)} onClick={() => setEditing(true)}>
          <Pencil size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        {rename.isError && <span role="alert">{problem(rename.error)}</span>}
      </span>
    );
  const save = (next: string) => {
    setEditing(false);
    if (next !== '' && next !== name) rename.mutate(next);
  };
  return (
    <input
      ref={(input) => input?.select()}
      className={styles.input}
      aria-label={texts.name}
      defaultValue={name}
      maxLength={CHARS_MAX}
      onBlur={(event) => save(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save(event.currentTarget.value.trim());
        if (event.key === 'Escape') setEditing(false);
      }}
    />
  );
}
