import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api/client';
import type { components } from '../api/schema';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Failed } from '../ui/notice';
import { useLabels } from './labels';
import type { RuleChange } from './rule';
import styles from './rules.module.css';
import { firstOf, partsOf, readOf, type ParsedRule, type Part } from './words-parts';

type PresetId = components['schemas']['CreateJobRequest']['preset'];
/** As the server says of a line. */
const CHARS_MAX = 500;
/** Looks of different families, so that the examples differ. */
const EXAMPLES = ['sage', 'greige', 'terracotta'];

interface WordsProps {
  preset: string;
  /** What can be changed on the photo, the largest first. */
  concepts: readonly string[];
  change: (change: RuleChange) => void;
  /** Told which concept the line is about, so that its choices are shown. */
  onPick: (concept: string) => void;
}

/** A line of words that is done at once; what was not understood is marked in it. */
export function Words({ preset, concepts, change, onPick }: WordsProps) {
  const { rule, words } = useTexts();
  const labels = useLabels(preset);
  const [text, setText] = useState('');
  const parse = useMutation({
    mutationFn: (line: string) =>
      data(api.POST('/rules/parse', { body: { preset: preset as PresetId, text: line } })),
    onSuccess: (answer) => {
      const read = readOf(answer);
      const first = firstOf(read, answer);
      if (first === undefined) return;
      change({ type: 'read', ...read });
      onPick(first);
    },
  });
  const read = (line: string) => {
    setText(line);
    if (line.trim() !== '') parse.mutate(line);
  };
  const examples = EXAMPLES.flatMap((id, i) => {
    const [concept, material] = [concepts[i], labels.material(id)];
    return concept === undefined || material === undefined
      ? []
      : [`${labels.concept(concept)} ${material}`.toLowerCase()];
  });
  return (
    <section className={styles.section}>
      <form
        className={styles.words}
        onSubmit={(event) => {
          event.preventDefault();
          read(text);
        }}
      >
        <input
          className={styles.input}
          aria-label={rule.words}
          placeholder={rule.wordsExample[preset as PresetId]}
          value={text}
          maxLength={CHARS_MAX}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={parse.isPending || text.trim() === ''}>
          {rule.read}
        </Button>
      </form>
      {text === '' && examples.length > 0 && (
        <div className={styles.examples} role="group" aria-label={words.try}>
          {examples.map((example) => (
            <Button key={example} look="quiet" onClick={() => read(example)}>
              {example}
            </Button>
          ))}
        </div>
      )}
      {parse.isError && <Failed failure={parse.error} onRetry={() => parse.mutate(parse.variables)} />}
      {parse.data && text === parse.variables && (
        <Read preset={preset} line={text} parsed={parse.data} onRead={read} />
      )}
    </section>
  );
}

interface ReadProps {
  preset: string;
  line: string;
  parsed: ParsedRule;
  onRead: (line: string) => void;
}

/** The line as it was read: what was understood with its meaning, what was not with its reason. */
function Read({ preset, line, parsed, onRead }: ReadProps) {
  const { words } = useTexts();
  const labels = useLabels(preset);
  const meaning = (id: string, text: string) => {
    if (id === 'protect') return words.protect;
    // A color that is no material is best called as it was.
    return id.startsWith('#') ? text : (labels.material(id) ?? labels.concept(id));
  };
  const unknown = parsed.unknown;
  return (
    <div className={styles.section} role="status">
      <p className={styles.line}>
        {partsOf(line, parsed).map((part) => (
          <Word key={part.at} part={part} />
        ))}
      </p>
      {parsed.understood.length > 0 && (
        <ul className={styles.understood} aria-label={words.understood}>
          {parsed.understood.map(({ at, text, meaning: id }) => (
            <li key={at}>{meaning(id, text)}</li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <ul className={styles.unknown} aria-label={words.marked}>
          {unknown.map(({ at, text, reason, choices }) => (
            <li key={at}>
              <mark>{text}</mark> {words.reasons[reason]}
              {choices.slice(0, 3).map((choice) => (
                <Button
                  key={choice}
                  look="quiet"
                  onClick={() =>
                    onRead(
                      line.slice(0, at) + (labels.material(choice) ?? choice) + line.slice(at + text.length),
                    )
                  }
                >
                  {words.use(labels.material(choice) ?? choice)}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Word({ part }: { part: Part }) {
  if (part.kind === 'unknown') return <mark>{part.text}</mark>;
  return part.kind === 'understood' ? <b>{part.text}</b> : part.text;
}
