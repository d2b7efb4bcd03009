import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api/client';
import type { components } from '../api/schema';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Failed } from '../ui/notice';
import type { Action, RuleChange } from './rule';
import styles from './rules.module.css';

type PresetId = components['schemas']['CreateJobRequest']['preset'];
/** As the server says of a line. */
const CHARS_MAX = 500;

/** A line of words that fills the editor; what was not understood is marked in it. */
export function Words({ preset, change }: { preset: string; change: (change: RuleChange) => void }) {
  const { rule } = useTexts();
  const [text, setText] = useState('');
  const parse = useMutation({
    mutationFn: () => data(api.POST('/rules/parse', { body: { preset: preset as PresetId, text } })),
    onSuccess: (parsed) =>
      change({
        type: 'replace',
        concepts: parsed.rule.concepts as Record<string, Action>,
        protect: parsed.rule.protect ?? [],
      }),
  });
  return (
    <section className={styles.section}>
      <form
        className={styles.words}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') parse.mutate();
        }}
      >
        <input
          className={styles.input}
          aria-label={rule.words}
          placeholder={rule.wordsExample}
          value={text}
          maxLength={CHARS_MAX}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={parse.isPending || text.trim() === ''}>
          {rule.read}
        </Button>
      </form>
      {parse.isError && <Failed failure={parse.error} onRetry={() => parse.mutate()} />}
      {parse.data && parse.data.unknown.length > 0 && (
        <p className={styles.unknown} role="status">
          {rule.notUnderstood}{' '}
          {parse.data.unknown.map((word) => (
            <span key={word.at}>
              <mark>{word.text}</mark> {word.choices.length > 0 && `(${word.choices.join(', ')}) `}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
