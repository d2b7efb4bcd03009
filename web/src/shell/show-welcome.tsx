import { useLocation } from 'wouter';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { useSetting } from './preferences';

/** Leads to the start page, where how it works is shown again. */
export function ShowWelcome() {
  const { welcome } = useTexts();
  const [, setWelcomed] = useSetting('welcomed');
  const [, navigate] = useLocation();
  return (
    <div>
      <Button
        onClick={() => {
          setWelcomed(false);
          navigate('/');
        }}
      >
        {welcome.again}
      </Button>
    </div>
  );
}
