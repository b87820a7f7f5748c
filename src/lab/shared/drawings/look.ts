import type { Kind } from './networks'

/** How a network is drawn wherever it appears: a colour and, for those who do not see it, a dash. */
export const look: Readonly<Record<Kind, { readonly colour: string; readonly dash: string }>> = {
  plain: { colour: 'var(--path-2)', dash: '7 4' },
  residual: { colour: 'var(--path-1)', dash: 'none' },
  dense: { colour: 'var(--path-3)', dash: '2 4' },
}
