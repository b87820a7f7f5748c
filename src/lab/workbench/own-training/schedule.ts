export const schedules = ['constant', 'cosine', 'steps', 'warmup'] as const

/** `steps` divides by ten at a half and at three quarters, as the networks for CIFAR were trained (He et al. 2015b, section 4.2). */
export type Schedule = (typeof schedules)[number]

export const scheduleNames: Readonly<Record<Schedule, string>> = {
  constant: 'constant',
  cosine: 'cosine',
  steps: '÷ 10 twice',
  warmup: 'warm-up, cosine',
}

/** Share of the steps in which a warm-up rises to the full rate. */
const rise = 0.1

/** The factor on the rate for a step, from 0, of so many. */
export function factorAt(schedule: Schedule, step: number, steps: number): number {
  const share = step / steps
  switch (schedule) {
    case 'constant':
      return 1
    case 'steps':
      return share < 0.5 ? 1 : share < 0.75 ? 0.1 : 0.01
    case 'cosine':
      return halfWave(share)
    case 'warmup':
      return share < rise ? (step + 1) / Math.ceil(rise * steps) : halfWave((share - rise) / (1 - rise))
  }
}

const halfWave = (share: number) => (1 + Math.cos(Math.PI * share)) / 2
