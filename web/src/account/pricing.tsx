import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { accountQuery, plansQuery, type Plan } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { classes } from '../ui/classes';
import { Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { AccountNumber } from './account-number';
import styles from './account.module.css';

export default function PricingPage() {
  const { pricing } = useTexts();
  const [language] = useSetting('language');
  const plans = useQuery(plansQuery);
  const account = useQuery(accountQuery);
  const topUp = plans.data?.top_up;
  return (
    <Page title={pricing.title} lead={pricing.lead}>
      {plans.isError && <Failed failure={plans.error} onRetry={() => void plans.refetch()} />}
      <div className={styles.plans}>
        {plans.isPending && <Skeleton height={320} />}
        {plans.data?.plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan} mine={plan.id === account.data?.plan} />
        ))}
      </div>
      {topUp && <p>{pricing.topUp(topUp.credits, price(topUp.price, topUp.currency, language))}</p>}
      {account.data && (
        <section className={styles.card}>
          <p className={styles.muted}>{pricing.operator}</p>
          <AccountNumber id={account.data.user_id} />
        </section>
      )}
    </Page>
  );
}

function price(amount: number | string, currency: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount));
}

function PlanCard({ plan, mine }: { plan: Plan; mine: boolean }) {
  const { pricing } = useTexts();
  const offers = [
    pricing.credits(plan.credits),
    pricing.items(plan.max_items_per_job),
    pricing.jobs(plan.max_concurrent_jobs),
    pricing.slots(plan.max_rule_slots),
    pricing.days(plan.retention_days),
    plan.watermark ? pricing.watermark : pricing.noWatermark,
  ];
  return (
    <section className={classes(styles.card, styles.plan, mine && styles.mine)}>
      <h2>
        {pricing[plan.id]}
        {mine && <span className={styles.badge}>{pricing.current}</span>}
      </h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer}>
            <Check size={20} strokeWidth={1.75} aria-hidden />
            {offer}
          </li>
        ))}
      </ul>
    </section>
  );
}
