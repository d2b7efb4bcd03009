import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { MaskRefusal } from './own-mask';

/** Why a mask is not in use, and what to do. */
export function SaveProblem({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { masks: texts, common } = useTexts();
  const problem = useProblem();
  if (failure === null) return null;
  return (
    <Notice kind="danger">
      <p>{failure instanceof MaskRefusal ? texts.problem[failure.problem] : problem(failure)}</p>
      <Button onClick={onRetry}>{common.tryAgain}</Button>
    </Notice>
  );
}
