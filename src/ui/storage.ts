/** How long something is kept: by the browser until it is cleared, or as long as the tab is open, reloads included. */
type Span = 'browser' | 'tab'

/** Reading the property throws where storage is switched off. */
const areaOf = (span: Span) => (span === 'tab' ? sessionStorage : localStorage)

/** What was kept under a key; null also where storage is switched off. */
export function recall(key: string, span: Span = 'browser'): string | null {
  try {
    return areaOf(span).getItem(key)
  } catch {
    return null
  }
}

/** What `recall` gives, read as JSON; null also where it is none. */
export function recallJson(key: string, span?: Span): unknown {
  try {
    return JSON.parse(recall(key, span) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a value where the browser allows it, and tells whether it did. Nothing depends on it: private windows, strict settings and a full store refuse, and what was chosen then lasts as long as the page. */
export function keep(key: string, value: string, span: Span = 'browser'): boolean {
  try {
    areaOf(span).setItem(key, value)
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept under a key. */
export function drop(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept then.
  }
}
