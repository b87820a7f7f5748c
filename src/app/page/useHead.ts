import { useEffect } from 'react'

const description = () => document.querySelector<HTMLMetaElement>('meta[name="description"]')

/** The title of the page, and what a search engine says of it; what was there before comes back when the page is left. */
export function useHead(title: string, about?: string): void {
  useEffect(() => {
    const meta = description()
    const before = { title: document.title, about: meta?.content }
    document.title = title
    if (meta && about !== undefined) meta.content = about
    return () => {
      document.title = before.title
      if (meta && before.about !== undefined) meta.content = before.about
    }
  }, [title, about])
}
