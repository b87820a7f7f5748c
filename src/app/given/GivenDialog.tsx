import { Upload } from 'lucide-react'
import { Fragment, useEffect, useState } from 'react'
import { remarkable } from '../../import/fit'
import { forms } from '../../import/open'
import { type Preprocessing, preprocessings } from '../../import/preprocessing'
import { Dialog } from '../../ui/Dialog'
import { bytes, count } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { messageOf } from '../../runtime/words'
import { useGiven } from './given'
import { classesFrom, type Opened, opened, take } from './open'
import './given.css'

/** What is known of the files by now. */
type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'refused'; readonly sentence: string }
  | ({ readonly state: 'opened' } & Opened)

/** A file of weights that was dropped or is picked here: what it is, and what becomes of it. */
export function GivenDialog() {
  const files = useGiven((state) => state.files)
  return files && <OpenFiles key={files.map(({ name, size }) => `${name} ${size}`).join()} files={files} />
}

function OpenFiles({ files }: { readonly files: readonly File[] }) {
  const [reading, setReading] = useState<Reading | null>(files.length > 0 ? { state: 'reading' } : null)
  useEffect(() => {
    if (files.length === 0) return
    let isOver = false
    const tell = (next: Reading) => !isOver && setReading(next)
    opened(files).then(
      (found) => tell({ state: 'opened', ...found }),
      (error: unknown) => tell({ state: 'refused', sentence: messageOf(error) }),
    )
    return () => {
      isOver = true
    }
  }, [files])
  return (
    <Dialog
      open
      onClose={() => useGiven.setState({ files: null })}
      title="Weights of your own"
      about="The file stays on this device. Nothing in it is run: only names, shapes and numbers are read."
    >
      <div aria-live="polite">
        {reading?.state === 'refused' && <Notice kind="error">{reading.sentence}</Notice>}
        {reading?.state === 'reading' && <p className="soft">Reading …</p>}
      </div>
      {reading?.state === 'opened' && <Taken key={reading.file.name} {...reading} />}
      <Picker />
    </Dialog>
  )
}

/** What torchvision's own `weights=…` fetches for the networks of the lecture. */
const published = [
  'resnet18-f37072fd.pth',
  'resnet50-0676ba61.pth',
  'resnext50_32x4d-7cdf4587.pth',
  'googlenet-1378be20.pth',
  'densenet121-a639ec97.pth',
  'vgg16-397923af.pth',
  'alexnet-owt-7be5be79.pth',
]

function Picker() {
  return (
    <section className="given-picker">
      <label className="button file">
        <Upload aria-hidden size={16} /> Open a file of weights
        <input
          type="file"
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (files.length > 0) useGiven.setState({ files })
          }}
        />
      </label>
      <p className="small-text soft">
        .safetensors, .pth and .pt of PyTorch, .npz, .h5 and .keras of Keras, or manifest.json with
        weights.bin of this site (both at once). torchvision publishes{' '}
        {published.map((name, i) => (
          <Fragment key={name}>
            {i > 0 && (i < published.length - 1 ? ', ' : ' and ')}
            <code>{name}</code>
          </Fragment>
        ))}{' '}
        at download.pytorch.org/models/.
      </p>
    </section>
  )
}

function Taken({ file, recognised }: Opened) {
  const { resolved, graph, fit, notes, names } = recognised
  const [outputs] = graph.node(graph.outputs[0]).shape
  const [preprocessing, setPreprocessing] = useState<Preprocessing>(recognised.preprocessing)
  const [classes, setClasses] = useState<readonly string[] | undefined>(file.classes)
  const [problem, setProblem] = useState<string | null>(null)
  const own = classes === undefined && outputs === 1000
  useEffect(() => {
    if (!own) return
    let isOver = false
    void import('./imagenet').then(({ imagenet }) => !isOver && setClasses(imagenet))
    return () => {
      isOver = true
    }
  }, [own])
  const readNames = async (list: File) => {
    try {
      setClasses(classesFrom(await list.text(), outputs))
      setProblem(null)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <section className="given">
      <h3>{resolved.architecture.title}</h3>
      <dl className="given-facts">
        <dt>File</dt>
        <dd>
          {file.name}: {forms[file.form]}, {bytes(file.size)}, names of {names}
        </dd>
        <dt>Parameters</dt>
        <dd>{count(graph.totals.trainable)}</dd>
        <dt>Weights</dt>
        <dd>
          {count(fit.matched.length)} of {count(fit.wanted)} found
          {fit.matched.length < fit.wanted && '; the others stay random'}
        </dd>
        <dt>
          <label htmlFor="given-preprocessing">Input</label>
        </dt>
        <dd>
          <select
            id="given-preprocessing"
            className="input"
            value={preprocessing.id}
            onChange={(event) =>
              setPreprocessing(preprocessings.find(({ id }) => id === event.target.value)!)
            }
          >
            {preprocessings.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </dd>
        <dt>Classes</dt>
        <dd>
          {classes
            ? `${count(classes.length)}, from ${classes[0]} to ${classes.at(-1)}`
            : `${count(outputs)}, without names`}{' '}
          <label className="button quiet file">
            Names from a file
            <input
              type="file"
              accept=".txt,.json"
              onChange={(event) => {
                const list = event.target.files?.[0]
                event.target.value = ''
                if (list) void readNames(list)
              }}
            />
          </label>
        </dd>
      </dl>
      {problem && <Notice kind="error">{problem}</Notice>}
      {notes.map((note) => (
        <p key={note} className="small-text">
          {note}
        </p>
      ))}
      <Rest opened={{ file, recognised }} />
      <button
        type="button"
        className="button primary"
        onClick={() => take({ file, recognised }, { preprocessing, ...(classes && { classes }) })}
      >
        {fit.matched.length < fit.wanted ? 'Take what fits' : 'Take it'}
      </button>
    </section>
  )
}

/** What found no partner, and why. */
function Rest({ opened: { recognised } }: { readonly opened: Opened }) {
  const rest = remarkable(recognised.fit)
  if (rest.length === 0) return null
  return (
    <div className="given-rest" tabIndex={0} role="region" aria-label="What does not fit">
      <table>
        <thead>
          <tr>
            <th scope="col">Tensor</th>
            <th scope="col">is</th>
            <th scope="col">because</th>
          </tr>
        </thead>
        <tbody>
          {rest.map(({ state, name, reason }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>{state}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
