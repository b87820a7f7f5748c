import { expect, it } from 'vitest'
import { decode } from './decode'
import { prepare } from './image'

// 16×16, the left half red and the right half blue, drawn for this test.
const files = {
  'halves.gif':
    'R0lGODlhEAAQAPEAAMgoKCgoyP///wAAACH5BAAAAAAAIf8LSW1hZ2VNYWdpY2sNZ2FtbWE9MC40NTQ1NQAsAAAAABAAEAAAAh+Eb6GriMzcgUsmGizA2XL9eRg4ihR5mhC6qpFbwUoBADs=',
  'halves.webp': 'UklGRjoAAABXRUJQVlA4IC4AAABwAQCdASoQABAAAgA0JaACdAIHgAD+8Wj/tl/43//0Hf1a/Ji/+wd5F//sGpgA',
  'halves.avif':
    'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAACIAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACptZGF0EgAKCDgM/9hAQ0GkMhRFkAGGGGFAf7m4a/OQg8MXRr+OYA==',
}

it.each(Object.entries(files))('%s is read', async (name, base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const picture = await decode(new Blob([bytes]), name)
  expect([picture.width, picture.height]).toEqual([16, 16])
  const { data } = prepare(picture, 2, 1, 'crop')
  expect(data[0] - data[2]).toBeGreaterThan(100)
  expect(data[6] - data[4]).toBeGreaterThan(100)
})
