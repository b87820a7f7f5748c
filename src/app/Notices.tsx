import { Notice } from '../ui/Notice'
import { usePictures } from './pictures'
import { dismissNotice, useSession } from './session'
import { useStore } from './store'

/** What could not be done and what has changed by itself; announced, and gone when dismissed. */
export function Notices() {
  const problems = useStore((state) => state.problems)
  const dismiss = useStore((state) => state.dismiss)
  const notice = useSession((state) => state.notice)
  const status = useSession((state) => state.status)
  const image = usePictures((state) => state.problem)
  return (
    <div className="notices" role="status">
      {problems.map((problem) => (
        <Notice key={problem.sentence} kind="error" onDismiss={() => dismiss(problem)}>
          In the address: {problem.sentence}.
          {problem.kind === 'network' && problem.suggestions.length > 0 && (
            <>
              {' '}
              Open{' '}
              {problem.suggestions.map((id, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <a className="link" href={`#/n/${id}`}>
                    {id}
                  </a>
                </span>
              ))}
              .
            </>
          )}
        </Notice>
      ))}
      {image && (
        <Notice kind="error" onDismiss={() => usePictures.setState({ problem: null })}>
          {image}
        </Notice>
      )}
      {status.state === 'unavailable' && <Notice kind="error">{status.reason}</Notice>}
      {notice && <Notice onDismiss={dismissNotice}>{notice}</Notice>}
    </div>
  )
}
