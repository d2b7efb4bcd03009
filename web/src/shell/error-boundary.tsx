import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Empty } from '../ui/notice';

interface State {
  failure: Error | null;
}

/** Stands in for a page that broke. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render() {
    return this.state.failure === null ? this.props.children : <Broken failure={this.state.failure} />;
  }
}

function Broken({ failure }: { failure: Error }) {
  const { crash } = useTexts();
  return (
    <Empty
      page
      icon={<TriangleAlert size={32} strokeWidth={1.75} aria-hidden />}
      title={crash.title}
      action={
        <>
          <code>{failure.message}</code>
          <Button look="primary" onClick={() => location.reload()}>
            {crash.action}
          </Button>
        </>
      }
    >
      {crash.text}
    </Empty>
  );
}
