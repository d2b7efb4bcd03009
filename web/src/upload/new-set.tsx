import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { accountQuery, queryClient } from '../api/queries';
import { handChoiceTo } from '../camera/choice';
import { NextRuleNotice } from '../rules/next-rule-notice';
import { Welcome } from '../shell/welcome';
import { Album } from './album';
import { draftFlow, useDraft } from './draft';
import { sampleFiles } from './samples';
import { Start } from './start';
import { useShared } from './use-shared';

const add = (files: File[]) => void draftFlow.add(files);

/** The first page: how photos come in, then the album that they make. */
export default function NewSetPage() {
  const state = useDraft();
  const account = useQuery(accountQuery);
  const [, navigate] = useLocation();
  const { sent } = state;
  useShared(add);
  useEffect(() => {
    if (sent === null) return;
    handChoiceTo(sent);
    draftFlow.seen();
    void queryClient.invalidateQueries({ queryKey: ['me'] });
    void queryClient.invalidateQueries({ queryKey: ['jobs'] });
    navigate(`/studio/jobs/${sent}`);
  }, [sent, navigate]);
  if (state.phase === 'loading' || sent !== null) return null;
  const empty = state.draft.photos.length === 0;
  return (
    <>
      <NextRuleNotice />
      {empty ? (
        <Start onFiles={add} state={state} account={account.data} />
      ) : (
        <Album state={state} account={account.data} onFiles={add} />
      )}
      <Welcome onSamples={empty ? () => void sampleFiles().then(add) : null} />
    </>
  );
}
