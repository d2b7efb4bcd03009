import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from './shell/error-boundary';
import { UnlessLost } from './shell/lost-session';
import { LoadingPage } from './shell/loading-page';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import { Intake } from './upload/intake';
import NewSetPage from './upload/new-set';

const CameraPage = lazy(() => import('./camera/camera'));
const HistoryPage = lazy(() => import('./history/history'));
const JobPage = lazy(() => import('./job/job'));
const PricingPage = lazy(() => import('./account/pricing'));
const RulesPage = lazy(() => import('./rules/rules-page'));
const SettingsPage = lazy(() => import('./account/settings'));

export function App() {
  return (
    <UnlessLost>
      <Shell>
        <Intake />
        <ErrorBoundary>
          <Suspense fallback={<LoadingPage />}>
            <Switch>
              <Route path="/" component={NewSetPage} />
              <Route path="/studio/camera" component={CameraPage} />
              <Route path="/studio/history" component={HistoryPage} />
              <Route path="/studio/jobs/:id" component={JobPage} />
              <Route path="/studio/pricing" component={PricingPage} />
              <Route path="/studio/rules" component={RulesPage} />
              <Route path="/studio/settings" component={SettingsPage} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </UnlessLost>
  );
}
