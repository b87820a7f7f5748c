/** What the browser kept under a key; null also where storage is switched off. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a value where the browser allows it; nothing depends on it. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows and strict settings refuse; the choice then lasts as long as the page.
  }
}
