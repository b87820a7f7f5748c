import type { Preset, Reference } from '../../architectures/family'

/** The counts that a preset must have. The built page begins without them: there `tools/references.mjs` has them here. */
export const referenceOf = ({ reference }: Preset): Reference => reference
