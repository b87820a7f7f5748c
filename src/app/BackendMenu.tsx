import { Check, ChevronDown, Cpu } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type Backend, backends, type EngineStatus } from '../runtime/types'
import { milliseconds } from '../ui/format'
import { useSession } from './session'
import { useStore } from './store'

export const backendNames: Readonly<Record<Backend, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
}

/** Where the kernels run, how fast the last pass was, and what else there is. */
export function BackendMenu() {
  const status = useSession((state) => state.status)
  const finished = useSession((state) => state.finished)
  const wanted = useStore((state) => state.backend)
  const setBackend = useStore((state) => state.setBackend)
  const chip = chipText(status, finished?.result)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button chip" aria-label={`Backend: ${chip}`}>
        <Cpu aria-hidden size={16} />
        <span>{chip}</span>
        <ChevronDown aria-hidden size={14} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">
            Where networks run; the time is of a small test network on this device
          </DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={wanted ?? 'auto'}
            onValueChange={(value) => setBackend(value === 'auto' ? undefined : (value as Backend))}
          >
            <Item
              value="auto"
              title="Automatic"
              detail="The fastest of them, measured once on this device."
            />
            {backends.map((backend) => {
              const probe =
                status.state === 'starting'
                  ? undefined
                  : status.probes.find((each) => each.backend === backend)
              return (
                <Item
                  key={backend}
                  value={backend}
                  title={backendNames[backend]}
                  time={probe?.milliseconds == null ? undefined : milliseconds(probe.milliseconds)}
                  detail={probe ? probe.reason : 'Not measured in this visit.'}
                />
              )
            })}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ItemProps {
  readonly value: string
  readonly title: string
  readonly time?: string
  readonly detail?: string
}

function Item({ value, title, time, detail }: ItemProps) {
  return (
    <DropdownMenu.RadioItem className="menu-item" value={value}>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden size={16} />
      </DropdownMenu.ItemIndicator>
      <span style={{ gridColumn: 2 }}>{title}</span>
      {time && <span>{time}</span>}
      {detail && <span className="detail">{detail}</span>}
    </DropdownMenu.RadioItem>
  )
}

function chipText(
  status: EngineStatus,
  last: { readonly milliseconds: number; readonly backend: Backend } | undefined,
): string {
  if (status.state === 'starting') return 'starting …'
  if (status.state === 'unavailable') return 'no backend'
  const threads = status.threads > 1 ? ` · ${status.threads} threads` : ''
  const time = last?.backend === status.backend ? ` · ${milliseconds(last.milliseconds)}` : ''
  return `${backendNames[status.backend]}${threads}${time}`
}
