/** What the browser kept under a key; null also where storage is switched off. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a value where the browser allows it, and tells whether it did. Nothing depends on it: private windows, strict settings and a full store refuse, and what was chosen then lasts as long as the page. */
export function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
