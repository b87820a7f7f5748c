import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react'

interface Props<Value extends string> {
  /** Names the list of tabs. */
  readonly label: string
  readonly className?: string
  readonly tabs: readonly { readonly value: Value; readonly name: ReactNode }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Of the panel, which scrolls. */
  readonly panelClass: string
  readonly panel?: Ref<HTMLDivElement>
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

/** Tabs over one panel: arrow keys, Home and End choose; Tab leads from the chosen one to its panel. */
export function Tabs<Value extends string>({
  label,
  className,
  tabs,
  value,
  onChange,
  panelClass,
  panel,
  children,
}: Props<Value>) {
  const id = useId()
  const idOf = (tab: Value) => `${id}${tab}`

  function press(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.value === value)
    const last = tabs.length - 1
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(tabs[next].value)
    document.getElementById(idOf(tabs[next].value))?.focus()
  }

  return (
    <div className={className}>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map((tab) => {
          const isChosen = tab.value === value
          return (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={idOf(tab.value)}
              className="tab"
              aria-selected={isChosen}
              aria-controls={isChosen ? `${id}panel` : undefined}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => onChange(tab.value)}
            >
              {tab.name}
            </button>
          )
        })}
      </div>
      <div
        key={value}
        ref={panel}
        id={`${id}panel`}
        role="tabpanel"
        aria-labelledby={idOf(value)}
        tabIndex={0}
        className={panelClass}
      >
        {children}
      </div>
    </div>
  )
}
