import type { ReactNode } from 'react'
import { Brand } from '../page/Brand.tsx'

/** Where it leads; the build reads this file alone, so a test holds them to the addresses that the pages have. */
export const links = {
  course: '#/course',
  networks: '#/gallery',
  labs: '#/course/labs',
  measured: '#/measured',
  explorer: '#/n/googlenet-bn?classes=10&image=vienna&seed=1',
} as const

interface Props {
  /** At the end of the bar on top. */
  readonly tools: ReactNode
  /** Beside the words: the trained network at work. */
  readonly picture: ReactNode
  /** Below the words. */
  readonly pick: ReactNode
  /** Below the window. */
  readonly children?: ReactNode
}

/**
 * What the first page says before anything of it works. The build writes it into the page (`tools/front`), so that it is
 * read while the scripts come; so it knows no state, and what works is handed to it.
 */
export function Front({ tools, picture, pick, children }: Props) {
  return (
    <>
      <header className="page-header">
        <Brand />
        <nav aria-label="Site">
          <a href={links.course}>Course</a>
          <a href={links.networks}>Networks</a>
          <a href={links.labs}>Labs</a>
          <a href={links.measured}>What we measured</a>
        </nav>
        <span className="header-gap" />
        {tools}
      </header>
      <main>
        <div className="hero">
          <div className="hero-words">
            <h1>See how a network sees.</h1>
            <p className="hero-lead">
              GoogLeNet, ResNet, ResNeXt and DenseNet as pictures that you can open, change and run on your
              own photo, in this browser.
            </p>
            <div className="doors">
              <a className="door primary" href={links.course}>
                <strong>Take the course</strong>
                <span>Lessons and slides, from tensor shapes to DenseNet</span>
              </a>
              <a className="door" href={links.explorer}>
                <strong>Explore a network</strong>
                <span>Look inside every layer of a trained one</span>
              </a>
            </div>
          </div>
          {picture}
          {pick}
        </div>
        {children}
      </main>
    </>
  )
}

/** The same while the scripts come: what works has its place, and the picture stands still. */
export function StillFront({ picture }: Pick<Props, 'picture'>) {
  return (
    <div className="landing still-front">
      <Front tools={<span className="still-tools" />} picture={picture} pick={<div className="pick" />} />
    </div>
  )
}
