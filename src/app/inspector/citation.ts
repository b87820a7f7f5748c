import type { Paper } from '../../nn/spec'

/** `He, Zhang, Ren, Sun: Deep residual learning for image recognition. CVPR 2016 (2015), arXiv:1512.03385`. */
export function citation({ authors, title, venue, year, arxiv }: Paper): string {
  const when = venue.includes(String(year)) ? venue : `${venue} (${year})`
  return `${authors}: ${title}. ${when}${arxiv ? `, arXiv:${arxiv}` : ''}.`
}
