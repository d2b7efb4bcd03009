import { useState } from 'react';
import { renewLinks, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Field, FormDialog } from '../ui/form-dialog';
import { SmallImage } from '../ui/small-image';
import {
  hasCaptions,
  hasLabel,
  LABEL_MAX,
  NAME_MAX,
  TITLE_MAX,
  type SetWords,
  type Template,
} from './set-order';
import styles from './sets.module.css';

interface OrderDialogProps {
  job: Job;
  template: Template;
  words: SetWords;
  onClose: () => void;
  onOrder: (words: SetWords) => void;
}

/** Asks for what is printed on a set: its title, a caption for each photo, and the label where there is one. */
export function OrderDialog({ job, template, words, onClose, onOrder }: OrderDialogProps) {
  const { sets: texts, job: jobTexts } = useTexts();
  const [draft, setDraft] = useState(words);
  const delivered = job.items.filter((item) => item.status === 'done');
  return (
    <FormDialog
      title={template.name}
      submit={texts.compose}
      onClose={onClose}
      onSubmit={() => {
        onOrder(draft);
        onClose();
      }}
    >
      <Field label={texts.titleLabel}>
        <input
          value={draft.title}
          maxLength={TITLE_MAX}
          placeholder={texts.titleExample}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
      </Field>
      {hasLabel(template.id) && (
        <Field label={texts.labelLabel}>
          <input
            value={draft.label}
            maxLength={LABEL_MAX}
            placeholder={texts.labelUsual}
            onChange={(event) => setDraft({ ...draft, label: event.target.value })}
          />
        </Field>
      )}
      {hasCaptions(template.id) && (
        <fieldset className={styles.captions}>
          <legend>{texts.captions}</legend>
          {delivered.map((item) => (
            <label key={item.idx}>
              {item.view_url ? (
                <SmallImage src={item.view_url} alt="" width={120} renew={() => renewLinks(job.job_id)} />
              ) : (
                <span />
              )}
              <input
                value={draft.names[item.idx] ?? ''}
                maxLength={NAME_MAX}
                aria-label={texts.caption(jobTexts.photo(item.idx + 1))}
                placeholder={jobTexts.photo(item.idx + 1)}
                onChange={(event) =>
                  setDraft({ ...draft, names: { ...draft.names, [item.idx]: event.target.value } })
                }
              />
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
