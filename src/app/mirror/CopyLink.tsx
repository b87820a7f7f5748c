import { Check, Link } from 'lucide-react'
import { useEffect, useState } from 'react'

/** Copies a link that shows a slide or a lab again with everything that was done on it. */
export function CopyLink({
  link,
  what = 'the slide',
}: {
  readonly link: () => string
  readonly what?: string
}) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(link()).then(
      () => setSaid('Link copied.'),
      () => setSaid('The browser did not let the page copy the link.'),
    )
  return (
    <>
      <button
        type="button"
        className="button small icon"
        aria-label={`Copy a link to ${what} as it is now`}
        title={`Copy a link to ${what} as it is now`}
        onClick={() => void copy()}
      >
        {said === 'Link copied.' ? <Check aria-hidden size={16} /> : <Link aria-hidden size={16} />}
      </button>
      <span role="status" className="small-text soft">
        {said}
      </span>
    </>
  )
}
