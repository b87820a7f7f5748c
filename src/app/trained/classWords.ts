/** Classes that are written otherwise than they are called. */
const written: Readonly<Record<string, string>> = {
  'french-horn': 'French horn',
  springer: 'springer spaniel',
}

/** A class of a model in words: `golf-ball` is a golf ball. */
export function classInWords(name: string): string {
  return written[name] ?? name.replaceAll('-', ' ')
}

/** `a golf ball`, `an airplane`. */
export function aClass(name: string): string {
  const words = classInWords(name)
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`
}
