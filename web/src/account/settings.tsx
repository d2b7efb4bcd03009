import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { accountQuery, type Account } from '../api/queries';
import { useTexts } from '../i18n';
import { Install } from '../shell/install';
import { useSetting } from '../shell/preferences';
import { ShowWelcome } from '../shell/show-welcome';
import { Button } from '../ui/button';
import { Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import { AccountNumber } from './account-number';
import styles from './account.module.css';
import { DeleteAll } from './delete-all';
import { LeaveDialog } from './leave-dialog';

const LANGUAGES = [
  { value: 'ko', label: <span lang="ko">한국어</span> },
  { value: 'en', label: <span lang="en">English</span> },
] as const;

export default function SettingsPage() {
  const { settings } = useTexts();
  const [language, setLanguage] = useSetting('language');
  const [theme, setTheme] = useSetting('theme');
  const account = useQuery(accountQuery);
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    label: settings.themes[value],
  }));
  return (
    <Page title={settings.title} narrow>
      <section className={styles.card}>
        <div className={styles.row}>
          <h2>{settings.language}</h2>
          <Segmented label={settings.language} value={language} options={LANGUAGES} onChange={setLanguage} />
        </div>
        <div className={styles.row}>
          <h2>{settings.theme}</h2>
          <Segmented label={settings.theme} value={theme} options={themes} onChange={setTheme} />
        </div>
      </section>
      {account.isError && <Failed failure={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && <Skeleton height={280} />}
      {account.data && <AccountCard account={account.data} />}
      {account.data && <DeleteAll />}
      <section className={styles.card}>
        <h2>{settings.about}</h2>
        <Install />
        <ShowWelcome />
        <a href="/docs">{settings.api}</a>
      </section>
    </Page>
  );
}

function AccountCard({ account }: { account: Account }) {
  const { settings, pricing, limits } = useTexts();
  const [leaving, setLeaving] = useState(false);
  return (
    <section className={styles.card}>
      <h2>{settings.account}</h2>
      <dl className={styles.facts}>
        <Fact name={settings.plan}>{pricing[account.plan]}</Fact>
        <Fact name={settings.credits}>
          {account.credits}
          {account.held_credits > 0 && (
            <span className={styles.muted}> · {settings.held(account.held_credits)}</span>
          )}
        </Fact>
        <Fact name={settings.slots}>
          <Link href="/studio/rules">{settings.used(account.rule_slots, account.max_rule_slots)}</Link>
        </Fact>
        <Fact name={limits.jobs}>{settings.used(account.concurrent_jobs, account.max_concurrent_jobs)}</Fact>
        <Fact name={limits.photos}>{account.max_items_per_job}</Fact>
      </dl>
      <div>
        <p className={styles.muted}>{settings.number}</p>
        <AccountNumber id={account.user_id} />
      </div>
      <div>
        <Button look="danger" onClick={() => setLeaving(true)}>
          {settings.leave}
        </Button>
      </div>
      {leaving && <LeaveDialog account={account} onClose={() => setLeaving(false)} />}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
