import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Empty } from '../ui/notice';

interface State {
  failure: Error | null;
}

/** Stands in for a page that broke, until another one is opened. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return <Boundary key={path}>{children}</Boundary>;
}

class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render() {
    return this.state.failure === null ? this.props.children : <Broken failure={this.state.failure} />;
  }
}

/** What browsers say when a part of the studio does not come: the network is away, or the server has a newer one. */
const NOT_LOADED = /dynamically imported module|module script|error loading/i;

function Broken({ failure }: { failure: Error }) {
  const { crash } = useTexts();
  const isMissing = NOT_LOADED.test(failure.message);
  return (
    <Empty
      page
      icon={<TriangleAlert size={32} strokeWidth={1.75} aria-hidden />}
      title={isMissing ? crash.missing : crash.title}
      action={
        <>
          {!isMissing && <code>{failure.message}</code>}
          <Button look="primary" onClick={() => location.reload()}>
            {crash.action}
          </Button>
        </>
      }
    >
      {isMissing ? crash.missingText : crash.text}
    </Empty>
  );
}
