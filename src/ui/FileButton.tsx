import './file-button.css'
import type { ReactNode } from 'react'

/** A button that takes files: by its dialog, or dropped on it by what drives the page. */
export function FileButton({
  children,
  className = '',
  label,
  accept,
  multiple = false,
  onFiles,
}: {
  readonly children: ReactNode
  readonly className?: string
  /** What the files are, where its words do not say so. */
  readonly label?: string
  readonly accept?: string
  readonly multiple?: boolean
  /** Not called where nothing was chosen. */
  onFiles(files: readonly [File, ...File[]]): void
}) {
  return (
    <label className={`button file ${className}`}>
      {children}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          const [first, ...others] = event.target.files ?? []
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (first) onFiles([first, ...others])
        }}
      />
    </label>
  )
}
