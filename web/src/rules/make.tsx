import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type Job } from '../api/queries';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { Button, ButtonLink } from '../ui/button';
import { Failed, Notice, useProblem } from '../ui/notice';
import layout from '../workspace/workspace.module.css';
import {
  designAt,
  emptyDesigns,
  executeRequest,
  labelOf,
  type Design,
  type Designs,
  type DesignsChange,
} from './designs';
import styles from './designs.module.css';
import { dropDesigns } from './use-designs';
import { useQuote, type Quote } from './use-quote';

interface MakeProps {
  job: Job;
  designs: Designs;
  change: (change: DesignsChange) => void;
}

/** The one step that spends credits: what it costs and takes is said before, and why it cannot be done. */
export function Make({ job, designs, change }: MakeProps) {
  const { rule: texts, quote: said } = useTexts();
  const nameOf = useNameOf();
  const make = useMake(job, designs);
  const quote = useQuote(job, designs, !make.isPending && !make.isSuccess);
  const several = designs.all.length > 1;
  const [empty] = emptyDesigns(designs);
  const finding = job.segmentation?.status === 'running';
  const photos = job.items.filter((item) => item.status !== 'failed').length;
  const pictures = photos * designs.all.length;
  const refused = quote.isError && empty === undefined && !finding;
  const label = () => {
    if (empty !== undefined) return several ? said.emptyDesign(nameOf(empty)) : texts.chooseFirst;
    return finding ? said.finding : texts.make(pictures, priceOf(quote)?.credits ?? pictures);
  };
  const current = designAt(designs);
  return (
    <div className={layout.foot}>
      {make.isError && <Failed failure={make.error} onRetry={() => make.mutate()} />}
      {refused && (
        <Refused failure={quote.error} onRetry={() => void quote.refetch()}>
          {several && (
            <Button onClick={() => change({ type: 'remove', id: current.id })}>
              {said.fewer(nameOf(current))}
            </Button>
          )}
        </Refused>
      )}
      {!refused && (
        <Price
          quote={empty === undefined && !finding ? quote : undefined}
          photos={photos}
          designs={designs}
        />
      )}
      <Button
        look="primary"
        large
        disabled={empty !== undefined || finding || refused || make.isPending}
        onClick={() => make.mutate()}
      >
        {label()}
      </Button>
    </div>
  );
}

function useMake(job: Job, designs: Designs) {
  return useMutation({
    mutationFn: () =>
      data(
        api.POST('/jobs/{id}/execute', {
          params: { path: { id: job.job_id }, header: onceOnly() },
          // The document names the concepts of every preset; here they come from the server.
          body: executeRequest(designs) as never,
        }),
      ),
    onSuccess: () => dropDesigns(job.job_id),
    // A job that runs has no other price to ask for.
    onMutate: () => queryClient.cancelQueries({ queryKey: ['quote', job.job_id] }),
    onError: () => void queryClient.invalidateQueries({ queryKey: ['quote', job.job_id] }),
    onSettled: () => {
      for (const queryKey of [['job', job.job_id], ['jobs'], ['me']])
        void queryClient.invalidateQueries({ queryKey });
    },
  });
}

function useNameOf(): (design: Design) => string {
  const { design: texts } = useTexts();
  return (design) => (design.name.trim() === '' ? texts.one(design.id.toUpperCase()) : labelOf(design));
}

/** Until there is an answer for these designs, the one for those before says nothing of them. */
function priceOf(quote: UseQueryResult<Quote | null>): Quote | null | undefined {
  return quote.isPlaceholderData ? undefined : quote.data;
}

interface PriceProps {
  /** Undefined while there is nothing to ask for; the line keeps its place, so that the photo keeps its size. */
  quote: UseQueryResult<Quote | null> | undefined;
  photos: number;
  designs: Designs;
}

/** Photos by designs, and the time where the server knows it. */
function Price({ quote, photos, designs }: PriceProps) {
  const { quote: said } = useTexts();
  const seconds = quote && priceOf(quote)?.seconds;
  const sum = said.sum(photos, designs.all.length);
  const time = typeof seconds === 'number' ? ` · ${said.time(seconds)}` : '';
  return (
    <p className={styles.quote} role="status">
      {quote !== undefined && quote.data === undefined ? said.asking : sum + time}
    </p>
  );
}

interface RefusedProps {
  failure: Error;
  onRetry: () => void;
  children: ReactNode;
}

/** Why the designs cannot be made, said before anybody tries, and the way on. */
function Refused({ failure, onRetry, children }: RefusedProps) {
  const { quote: said, common } = useTexts();
  const problem = useProblem();
  const code = failure instanceof Refusal ? failure.code : null;
  const short =
    failure instanceof Refusal && code === 'INSUFFICIENT_CREDITS' ? failure.details[0] : undefined;
  return (
    <Notice kind="warn">
      <p>{short ? said.short(short.needed ?? 0, short.available ?? 0) : problem(failure)}</p>
      <div className={styles.row}>
        {code === 'INSUFFICIENT_CREDITS' && <ButtonLink href="/studio/pricing">{said.plans}</ButtonLink>}
        {code === 'INSUFFICIENT_CREDITS' && children}
        {code === 'CONCURRENCY_LIMIT' && <ButtonLink href="/studio/history">{said.sets}</ButtonLink>}
        {code !== 'INSUFFICIENT_CREDITS' && <Button onClick={onRetry}>{common.tryAgain}</Button>}
      </div>
    </Notice>
  );
}
