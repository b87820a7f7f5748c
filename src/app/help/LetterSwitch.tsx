import { setLetterKeys, useLetterKeys } from './keys'

/** Whether keys that are a single character act. */
export function LetterSwitch() {
  const areOn = useLetterKeys((state) => state.areOn)
  return (
    <label className="keys-switch">
      <input type="checkbox" checked={areOn} onChange={(event) => setLetterKeys(event.target.checked)} />
      <span>
        Single-character keys
        <small className="soft">
          When they are off, neither dictation nor a stray key press triggers anything; Ctrl shortcuts and the
          keys in the graph still work.
        </small>
      </span>
    </label>
  )
}
