/** Options whose names in addresses and files are short forms, in words. */
const words: Readonly<Record<string, string>> = {
  bn: 'batch normalization',
  aux: 'auxiliary classifiers',
  'aux-pool': 'pooling of the auxiliary classifiers',
  'five-by-five': 'kernel of the third path',
  naive: 'naive blocks',
  pool4: 'window of pool4',
  'pool-rounding': 'rounding of pooled sizes',
  'p2-reduce': 'path 2 reduction',
  'p3-reduce': 'path 3 reduction',
}

/** What an option is called on screen. */
export function optionName(name: string): string {
  return words[name] ?? name.replace(/^p(?=\d$)/, 'path ').replaceAll('-', ' ')
}
