import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { accountQuery } from '../api/queries';
import { Album } from './album';
import { draftFlow, useDraft } from './draft';
import { Start } from './start';
import { useIntake } from './use-intake';

/** What the server takes of anybody, until it has said what the account's plan allows. */
const PHOTOS_MAX = 10;

/** The first page: how photos come in, then the album that they make. */
export default function NewSetPage() {
  const state = useDraft();
  const account = useQuery(accountQuery);
  const max = account.data?.max_items_per_job ?? PHOTOS_MAX;
  const add = useCallback((files: File[]) => void draftFlow.add(files, max), [max]);
  const over = useIntake(add);
  if (state.phase === 'loading') return null;
  return state.draft.photos.length === 0 ? (
    <Start onFiles={add} over={over} rejected={state.rejected} />
  ) : (
    <Album state={state} max={max} onFiles={add} />
  );
}
