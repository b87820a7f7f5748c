import { Camera, Video } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { closeCamera, openCamera } from '../../ui/camera'

interface Props {
  readonly onPicture: (blob: Blob) => void
  /** Takes over the camera, to look at every frame; absent where nothing runs on them. */
  readonly onLive?: (stream: MediaStream) => void
  /** The reader has asked for the camera already. */
  readonly atOnce?: boolean
}

/** A live picture and a button that takes it. The camera is on only while it is seen. */
export function Webcam({ onPicture, onLive, atOnce = false }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream | null>(null)
  const [state, setState] = useState<'off' | 'asking' | 'live'>('off')
  const [problem, setProblem] = useState<string | null>(null)
  const gone = useRef(false)

  const stop = useCallback(() => {
    closeCamera(stream.current)
    stream.current = null
  }, [])

  useEffect(() => {
    gone.current = false
    if (atOnce) void open()
    return () => {
      gone.current = true
      stop()
    }
    // Asked for once, however it is drawn later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stop])

  async function open() {
    setProblem(null)
    setState('asking')
    try {
      const opened = await openCamera()
      // The dialog may have been closed while the browser asked.
      if (gone.current) return closeCamera(opened)
      stream.current = opened
      setState('live')
    } catch (error) {
      setState('off')
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  useEffect(() => {
    if (state !== 'live' || !video.current) return
    video.current.srcObject = stream.current
    void video.current.play().catch(() => setProblem('The camera shows no picture.'))
  }, [state])

  function take() {
    const source = video.current!
    const canvas = document.createElement('canvas')
    canvas.width = source.videoWidth
    canvas.height = source.videoHeight
    if (canvas.width === 0) return setProblem('The camera shows no picture yet; try again in a moment.')
    canvas.getContext('2d')?.drawImage(source, 0, 0)
    canvas.toBlob((blob) => blob && onPicture(blob), 'image/png')
    stop()
    setState('off')
  }

  function handOver() {
    const opened = stream.current
    stream.current = null
    setState('off')
    if (opened) onLive?.(opened)
  }

  return (
    <div>
      {state === 'live' ? (
        <>
          <video ref={video} className="webcam" muted playsInline aria-label="Camera" />
          <button type="button" className="button primary" onClick={take}>
            <Camera aria-hidden size={16} /> Take this picture
          </button>
          {onLive && (
            <button type="button" className="button" onClick={handOver}>
              <Video aria-hidden size={16} /> Run on every frame
            </button>
          )}
        </>
      ) : (
        <button type="button" className="button" disabled={state === 'asking'} onClick={() => void open()}>
          <Camera aria-hidden size={16} />{' '}
          {state === 'asking' ? 'Waiting for your permission …' : 'Use the camera'}
        </button>
      )}
      {problem && (
        <p className="fault small-text" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
