import { useState } from 'react';
import { useTexts } from '../i18n';
import { ToastCard } from '../ui/toast';
import { takeNewBuild, useNewBuild } from '../worker/registration';

/** Tells of a newer build. Nothing is loaded again until somebody says so: an edit may be open. */
export function UpdatePrompt() {
  const { install } = useTexts();
  const [later, setLater] = useState(false);
  const isNew = useNewBuild();
  if (!isNew || later) return null;
  return (
    <ToastCard
      toast={{ text: install.newBuild, action: { label: install.load, run: takeNewBuild } }}
      onEnd={() => setLater(true)}
    />
  );
}
