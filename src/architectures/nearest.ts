/** Edits (insert, delete, replace) between two words. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]
}

/** The few names that a mistyped one most likely meant, best first; none when nothing is near. */
export function nearest(word: string, names: readonly string[], count = 3): readonly string[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const asked = plain(word)
  const most = (name: string) => Math.max(2, Math.min(asked.length, name.length) / 2)
  const edits = (name: string) => {
    if (within(asked, name)) return 1
    // As many as the lengths differ by are needed at least: a very long word is not even compared.
    return Math.abs(asked.length - name.length) > most(name) ? Infinity : distance(asked, name)
  }
  return names
    .map((name) => ({ name, edits: edits(plain(name)) }))
    .filter(({ name, edits }) => edits <= most(plain(name)))
    .sort((a, b) => a.edits - b.edits || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name)
}

/** Whether a word of some length is a part of a name: `resnet20` of `cifar-resnet20`. */
function within(word: string, name: string): boolean {
  return word.length >= 4 && name.includes(word)
}
