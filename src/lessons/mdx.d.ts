declare module '*.mdx' {
  import type { LessonBody } from './course'
  const body: LessonBody
  // What MDX itself does.
  // eslint-disable-next-line no-restricted-syntax
  export default body
}
