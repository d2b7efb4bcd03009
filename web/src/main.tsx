import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries';
import { App } from './app';
import { TextsProvider } from './i18n';
import { keepInstallOffer } from './shell/install';
import { applyPreferences } from './shell/preferences';
import { registerWorker } from './worker/registration';
import './ui/tokens.css';
import './ui/base.css';

applyPreferences();
keepInstallOffer();
registerWorker();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TextsProvider>
          <App />
        </TextsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
