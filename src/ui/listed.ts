/** `a, b and c`. */
export const listed = (words: readonly (number | string)[]): string =>
  words.join(', ').replace(/, ([^,]*)$/, ' and $1')
