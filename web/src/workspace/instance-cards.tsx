import { useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../i18n';
import type { InstanceState, RuleChange, WorkingRule } from '../rules/rule';
import { Button } from '../ui/button';
import type { AlbumCounts } from './album';
import styles from './cards.module.css';
import { InstanceCard } from './instance-card';
import { numbersOf, stateOf, type FoundInstance, type PhotoPixels } from './photo-view';
import type { Pointing } from './pointing';

interface InstanceCardsProps {
  job: string;
  concept: string;
  photo: PhotoPixels;
  /** On the photo that is shown. */
  found: readonly FoundInstance[];
  album: AlbumCounts | undefined;
  rule: WorkingRule;
  pointing: Pointing;
  change: (change: RuleChange) => void;
}

type Order = 'number' | 'size' | 'score' | 'position';
const ORDERS: readonly Order[] = ['number', 'size', 'score', 'position'];

/** The things of a concept one by one, on the photo that is shown; each is the same one on all photos. */
export function InstanceCards(props: InstanceCardsProps) {
  const { photo, found, album, rule, pointing, change } = props;
  const { view: texts } = useTexts();
  const [order, setOrder] = useState<Order>('number');
  const list = useRef<HTMLUListElement>(null);
  const own = found.filter(({ instance }) => instance.concept === props.concept);
  const numbers = numbersOf(own);
  const shown = ordered(own, order);
  const setAll = (stateFor: (state: InstanceState) => InstanceState) => {
    const ids = own.map(({ instance }) => instance.instance_id);
    change({
      type: 'instances',
      states: Object.fromEntries(ids.map((id) => [id, stateFor(stateOf(rule, id))])),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('input:checked') ?? [])];
    const at = cards.findIndex((card) => card.closest('li')?.contains(event.target as Node) === true);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: cards.length - 1 }[event.key];
    if (to === undefined || at < 0 || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    cards[to]?.focus();
  };
  return (
    <section className={styles.cards}>
      <header>
        <h3>{texts.instances}</h3>
        <label>
          <span className="visually-hidden">{texts.order}</span>
          <select value={order} onChange={(event) => setOrder(event.target.value as Order)}>
            {ORDERS.map((value) => (
              <option key={value} value={value}>
                {texts.orders[value]}
              </option>
            ))}
          </select>
        </label>
      </header>
      {own.length > 1 && <ForAll setAll={setAll} />}
      <ul ref={list} {...{ onKeyDown }} onPointerLeave={() => pointing.set({ hovered: null, on: 'card' })}>
        {shown.map((one) => (
          <InstanceCard
            key={one.instance.instance_id}
            job={props.job}
            number={numbers.get(one.instance.instance_id) ?? 1}
            one={one}
            photo={photo}
            photos={album?.seen(one.instance.instance_id)}
            state={stateOf(rule, one.instance.instance_id)}
            pointing={pointing}
            change={change}
          />
        ))}
      </ul>
    </section>
  );
}

function ForAll({ setAll }: { setAll: (stateFor: (state: InstanceState) => InstanceState) => void }) {
  const { view: texts } = useTexts();
  // What is protected stays so: inverting says what is painted.
  const inverted = (state: InstanceState) =>
    state === 'lock' ? 'lock' : state === 'include' ? 'exclude' : 'include';
  return (
    <div role="group" aria-label={texts.forAll} className={styles.forAll}>
      <Button onClick={() => setAll(() => 'include')}>{texts.all}</Button>
      <Button onClick={() => setAll(() => 'exclude')}>{texts.none}</Button>
      <Button onClick={() => setAll(inverted)}>{texts.invert}</Button>
      <Button onClick={() => setAll(() => 'lock')}>{texts.lockAll}</Button>
    </div>
  );
}

/** By number means as the server has them; by position, from the left. */
export function ordered(found: readonly FoundInstance[], order: Order): readonly FoundInstance[] {
  if (order === 'number') return found;
  const place = ({ instance }: FoundInstance) => {
    switch (order) {
      case 'size':
        return -instance.area;
      case 'score':
        return -instance.score;
      case 'position':
        return (instance.box[0] ?? 0) + (instance.box[2] ?? 0) / 2;
    }
  };
  return [...found].sort((one, other) => place(one) - place(other));
}
