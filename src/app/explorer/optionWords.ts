import type { Resolved } from '../../architectures/index'

/** What an option means, in a sentence. The built page begins without: there `tools/references.mjs` has them here. */
export const meaningOf = ({ family }: Resolved, name: string): string => family.options[name].about
